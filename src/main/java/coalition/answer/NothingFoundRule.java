package coalition.answer;

import java.util.Optional;

/** Refuses where the search brought nothing at all: no document is indexed, or none in this scope. */
final class NothingFoundRule implements AbstentionRule {
    @Override
    public String name() {
        return "nothing-found";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        return inquiry.ranking().candidates().isEmpty()
                ? Optional.of(new Refusal(Reason.NO_DOCUMENTS, ""))
                : Optional.empty();
    }
}
