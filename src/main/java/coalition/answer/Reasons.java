package coalition.answer;

/** Brings the reason along that stands in the sentence after what is asked about: "Revenue fell. Two customers had left." */
final class Reasons {
    private Reasons() {}

    /** The run with the sentence after it where a reason is asked for, the run tells only what happened, and it goes on; else the run. */
    static Run joined(Run run, QuestionAnalysis analysis) {
        String shown = run.shown();
        boolean row = Rows.isOne(run.chunk(), run.last());
        boolean bare = !row && analysis.asked() == Asked.WHY && Fitness.explains(analysis, shown) == 0;
        boolean denied = Action.denies(Token.all(shown)) && !Action.denies(Token.all(analysis.text()));
        boolean told = bare && !denied && Overlap.content(shown).containsAll(Fitness.topic(analysis));
        return told ? run.followed() : run;
    }
}
