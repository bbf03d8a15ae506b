package coalition.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ScriptedBot bot = new ScriptedBot();
    private Optional<Folders> opened = Optional.empty();

    @Test
    void showsTheHelpWhenNothingIsAsked() {
        assertThat(run("")).isZero();
        assertThat(out()).contains("Commands:", "ask", "coalition ask \"why did Kors leave?\"");
    }

    @Test
    void answersWordsWithoutQuotes() {
        assertThat(run("", "ask", "why", "did", "Kors", "leave?")).isZero();
        assertThat(bot.asked).extracting(q -> q.text()).containsExactly("why did Kors leave?");
        assertThat(out())
                .contains("Michael Kors left the coalition in April 2016. [1]", "[1] kors.md › Kors > Leaving, page 3");
    }

    @Test
    void writesNothingButTheAnswerToStandardOutput() {
        run("", "ask", "--json", "why?");
        assertThat(out().lines()).hasSize(1);
        assertThat(err.size()).isZero();
    }

    @Test
    void answersEachLineInOrderInThreadsOfTheirOwn() {
        assertThat(run("one?\n\ntwo?\r\nthree?", "ask", "--stdin", "--json")).isZero();
        assertThat(bot.asked).extracting(q -> q.text()).containsExactly("one?", "two?", "three?");
        assertThat(bot.asked).extracting(q -> q.thread()).doesNotHaveDuplicates();
        assertThat(out().lines()).hasSize(3);
    }

    @Test
    void keepsAThreadUntilAnEmptyLine() {
        run("one?\ntwo?\n\nthree?", "chat", "--json");
        assertThat(bot.asked.get(0).thread()).isEqualTo(bot.asked.get(1).thread());
        assertThat(bot.asked.get(2).thread()).isNotEqualTo(bot.asked.get(1).thread());
    }

    @Test
    void treatsAnAbstentionAsAnAnswer() {
        assertThat(run("", "ask", "weather?")).isZero();
        assertThat(out()).contains("○ The documents do not say.", "~[1] kors.md", "› Why did Michael Kors leave?");
    }

    @Test
    void tellsAFaultInOneSentence() {
        assertThat(run("", "ask", "explode")).isEqualTo(1);
        assertThat(err()).isEqualTo("the question could not be answered: cannot read the index: it is gone\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void goesOnAfterAFault() {
        assertThat(run("explode\nwhy?", "ask", "--stdin", "--json")).isEqualTo(1);
        assertThat(out().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"reason\":\"fault\""),
                        second -> assertThat(second).contains("\"abstained\":false"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            aks why           | there is no command 'aks'; did you mean 'ask'?
            frobnicate        | there is no command 'frobnicate'.
            ask               | there is no question
            ask --jsn why     | 'coalition ask' has no option '--jsn'; did you mean '--json'?
            ask --stdin why   | a question was given both as words and by --stdin
            chat why          | 'coalition chat' does not take 'why'
            ask why --data    | missing required parameter for option '--data'
            """)
    void answersAMistakeWithOneSentenceAndItsRemedy(String arguments, String sentence) {
        assertThat(run("", arguments.split(" "))).isEqualTo(2);
        assertThat(err()).contains(sentence);
        assertThat(err().lines()).hasSize(1);
        assertThat(out()).isEmpty();
    }

    @Test
    void seesAQuestionWhereACommandBelongs() {
        assertThat(run("", "why did Kors leave?")).isEqualTo(2);
        assertThat(err()).contains("coalition ask \"why did Kors leave?\"");
    }

    @Test
    void takesFoldersBeforeAndBehindTheCommand() {
        run("", "--knowledge", "papers", "ask", "why?", "--data", "cellar");
        assertThat(opened).contains(new Folders(Optional.of(Path.of("papers")), Optional.of(Path.of("cellar"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask",
                "chat",
                "summary",
                "timeline",
                "sides",
                "who",
                "sources",
                "index",
                "show",
                "log",
                "feedback",
                "gaps",
                "forget",
                "eval",
                "serve",
                "doctor",
                "completion"
            })
    void showsExamplesInEachHelp(String command) {
        assertThat(run("", command, "--help")).isZero();
        assertThat(out()).contains("Example", "coalition " + command);
    }

    @Test
    void saysHowMuchItForgot() {
        assertThat(run("", "forget", "--user", "U1")).isZero();
        assertThat(out()).isEqualTo("removed 3 things of U1\n");
    }

    @Test
    void closesTheBot() {
        run("", "ask", "explode");
        assertThat(bot.closed).isTrue();
    }

    @Test
    void failsTheDoctorWhenAnythingIsWrong() {
        bot.checks.addAll(List.of(Check.good("settings", "all fine"), Check.wrong("database", "it is full")));
        assertThat(run("", "doctor")).isEqualTo(1);
        assertThat(out()).contains("✓ settings    all fine", "✗ database    it is full");
    }

    @Test
    void completesCommandsInTheShell() {
        assertThat(run("", "completion")).isZero();
        assertThat(out()).contains("complete -F", "doctor");
    }

    private int run(String in, String... arguments) {
        Terminal terminal = Terminal.plain(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Cli(terminal, (folders, t) -> {
                    opened = Optional.of(folders);
                    return bot;
                })
                .run(List.of(arguments));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
