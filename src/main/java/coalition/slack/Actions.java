package coalition.slack;

/** The names by which Slack calls back: action ids and callback ids. */
final class Actions {
    static final String FEEDBACK = "coalition_feedback";
    static final String FEEDBACK_UP = "coalition_feedback_up";
    static final String FEEDBACK_DOWN = "coalition_feedback_down";
    static final String SOURCES = "coalition_sources";
    static final String CONTEXT = "coalition_context";
    static final String CONTEXT_MOVE = "coalition_context_move_";
    static final String ALL = "coalition_all";
    static final String SHARE = "coalition_share";
    static final String ASK = "coalition_ask_";
    static final String FEEDBACK_FORM = "coalition_feedback_form";
    static final String SHORTCUT = "coalition_answer_this";
    static final String WRONG = "coalition_wrong";
    static final String COMMENT = "coalition_comment";
    static final String PASSAGE = "coalition_passage";

    private Actions() {}
}
