package coalition.answer;

import coalition.document.Chunk;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses a yes-or-no question where what would be shown has less than half of what is asked about: "Is there an app for the Lamp?" -
 * "The Lamp needs a battery." Nearness decides nothing there, and no answering words can be looked for.
 */
final class OffTopicRule implements AbstentionRule {
    @Override
    public String name() {
        return "off-topic";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        Set<String> asked = Decision.asked(inquiry.analysis());
        if (inquiry.analysis().asked() != Asked.YES_NO || inquiry.chosen().isEmpty() || asked.isEmpty()) {
            return Optional.empty();
        }
        Set<String> shown = new HashSet<>();
        for (Chosen one : inquiry.chosen()) {
            Chunk chunk = one.run().chunk();
            shown.addAll(Overlap.content(
                    chunk.title() + " " + chunk.heading() + " " + one.run().shown()));
        }
        long both = asked.stream().filter(a -> Decision.isIn(a, shown)).count();
        return 2 * both < asked.size() ? Optional.of(new Refusal(Reason.NOT_IN_SOURCES, "")) : Optional.empty();
    }
}
