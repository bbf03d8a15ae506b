package coalition.answer;

import coalition.document.Chunk;
import java.util.List;
import java.util.Optional;

/** Refuses a question for what somebody said where in nothing to be shown this one speaks: "What did Ann say?" - "Ann left." */
final class NoSpeakerRule implements AbstentionRule {
    @Override
    public String name() {
        return "no-speaker";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        Optional<Name> speaker = inquiry.analysis().asked() == Asked.QUOTE
                ? QuestionNames.of(inquiry).stream().findFirst()
                : Optional.empty();
        boolean silent = speaker.isPresent()
                && !inquiry.chosen().isEmpty()
                && inquiry.chosen().stream().noneMatch(c -> speaks(speaker.get(), c.run()));
        return silent ? Optional.of(new Refusal(Reason.NOT_IN_SOURCES, "")) : Optional.empty();
    }

    /** Whether words are said in the run, and not by somebody else alone. */
    private static boolean speaks(Name name, Run run) {
        String shown = run.shown();
        Chunk chunk = run.chunk();
        boolean said = shown.contains("“")
                || shown.contains("\"")
                || Token.all(shown).stream().anyMatch(t -> Lexicon.SPEECH.contains(t.lower()));
        Optional<String> other = Attribution.speaker(shown).filter(s -> !NameMatch.mentioned(name, Token.all(s)));
        List<Token> around = Token.all(chunk.title() + " " + chunk.heading() + " " + chunk.text());
        return said && other.isEmpty() && NameMatch.mentioned(name, around);
    }
}
