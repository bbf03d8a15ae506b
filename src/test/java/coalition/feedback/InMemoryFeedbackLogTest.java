package coalition.feedback;

class InMemoryFeedbackLogTest extends FeedbackLogContract {
    private final FeedbackLog log = new InMemoryFeedbackLog();

    @Override
    FeedbackLog log() {
        return log;
    }
}
