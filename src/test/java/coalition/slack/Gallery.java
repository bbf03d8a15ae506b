package coalition.slack;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.Mode;
import coalition.answer.Question;
import coalition.answer.Reason;
import coalition.answer.Statement;
import coalition.conversation.ThreadId;
import coalition.document.Library;
import coalition.retrieval.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One message and one window of every kind, for golden files and pictures. */
final class Gallery {
    private static final Library LIBRARY = Samples.library(Samples.HANDBOOK);
    private static final AnswerBlocks BLOCKS = new AnswerBlocks(LIBRARY, Samples.CLOCK);
    private static final Frame PUBLIC = new Frame("q1-1", false, "");
    private static final Frame PRIVATE = new Frame("q1-1", true, "who keeps the light?");

    private Gallery() {}

    private static Question question(String text) {
        return new Question(text, new ThreadId("t"), "U1", Samples.NOW, Scope.all());
    }

    static Answer grounded() {
        return Samples.grounded("a1", question("who keeps the light?"));
    }

    private static Answer longAnswer() {
        String text = "The lamp burns until dawn, whatever the weather is. "
                .repeat(200)
                .strip();
        Citation citation = Samples.citation(1, "It burns until dawn, whatever the weather is.", "until dawn", false);
        return new Grounded(
                "a2",
                question("when does it burn?"),
                "when does it burn?",
                "",
                List.of(new Statement(text, List.of(1))),
                List.of(citation),
                0.9,
                Mode.LLM,
                "The model was late, so this is quoted.");
    }

    private static Abstained abstained() {
        Answer sample = Samples.abstained(question("who painted the tower?"));
        Abstained a = (Abstained) sample;
        return new Abstained(
                "a3",
                a.question(),
                a.standalone(),
                a.reason(),
                a.text(),
                a.citations(),
                a.suggestions(),
                0.1,
                a.mode());
    }

    /** Short words answer, so that they come first. */
    private static Grounded steps() {
        return new Grounded(
                "a5",
                question("how many steps?"),
                "how many steps?",
                "",
                List.of(new Statement("Visitors may climb the 214 steps on Sundays.", List.of(1))),
                List.of(Samples.citation(1, "Visitors may climb the 214 steps on Sundays.", "214 steps", false)),
                0.93,
                Mode.TEMPLATE,
                "");
    }

    private static Abstained small(Reason reason, String text, List<String> suggestions) {
        return new Abstained("a4", question("hello"), "hello", reason, text, List.of(), suggestions, 0, Mode.TEMPLATE);
    }

    static Map<String, Message> messages() {
        Map<String, Message> all = new LinkedHashMap<>();
        all.put("answer", BLOCKS.message(grounded(), PUBLIC));
        all.put("answer-private", BLOCKS.message(grounded(), PRIVATE));
        all.put("answer-headline", BLOCKS.message(steps(), PUBLIC));
        all.put("answer-cut", BLOCKS.message(longAnswer(), PUBLIC));
        all.put("answer-plainer", BLOCKS.message(grounded(), PUBLIC).plainer());
        all.put("abstention", BLOCKS.message(abstained(), PUBLIC));
        all.put(
                "greeting",
                BLOCKS.message(
                        small(Reason.GREETING, "Hello! Ask me about the lighthouse.", List.of("Who keeps the light?")),
                        PUBLIC));
        all.put(
                "fault",
                BLOCKS.message(
                        small(
                                Reason.FAULT,
                                "I could not answer: the database is full. Free some space on the disk.",
                                List.of()),
                        PUBLIC));
        all.put("summary", new SummaryBlocks(LIBRARY, Samples.CLOCK).message(Samples.summary(), "summary-1", PRIVATE));
        all.put("reading", Notices.reading(PUBLIC));
        all.put("busy", Notices.busy(PUBLIC));
        all.put("too-many", Notices.tooMany(PUBLIC, 20, 5));
        all.put("stopped", Notices.stopped(PUBLIC));
        all.put("cancelled", Notices.cancelled(PUBLIC));
        all.put("shared-channel", Notices.sharedChannel(PUBLIC));
        all.put("thread-not-readable", Notices.threadNotReadable(PUBLIC));
        all.put("not-kept", Notices.notKept(PUBLIC));
        all.put("not-taken", Notices.notTaken(PRIVATE));
        all.put(
                "help",
                new Notices("/coalition")
                        .help(PUBLIC, List.of("Who keeps the light?", "When was the lamp lit first?")));
        return all;
    }

    static Map<String, String> views() {
        SourceViews views = new SourceViews(LIBRARY, Samples.CLOCK);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("view-sources", BlockJson.write(views.sources(grounded())));
        all.put("view-context", BlockJson.write(views.context(grounded(), 0, 0)));
        all.put("view-all", BlockJson.write(views.all((Grounded) longAnswer())));
        all.put("view-gone", BlockJson.write(SourceViews.gone("I no longer have this answer. Please ask again.")));
        all.put("view-feedback", BlockJson.write(FeedbackForm.view("a1")));
        HomeTab home = new HomeTab(LIBRARY, SlackSettings.of("xoxb-1", "xapp-1", ""), Samples.CLOCK);
        Inquiry asked = new Inquiry(
                "Ev1",
                Inquiry.Kind.MENTION,
                "T1",
                "C1",
                "1.1",
                "1.1",
                "U1",
                "who keeps the light?",
                "",
                false,
                false,
                0);
        all.put(
                "view-home",
                BlockJson.write(home.view(
                        List.of("Who keeps the light?"),
                        List.of(new SlackLedger.Entry(asked, SlackLedger.State.ANSWERED, "1.2", "a1", 1, "")))));
        return all;
    }
}
