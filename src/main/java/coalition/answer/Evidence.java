package coalition.answer;

import coalition.answer.AbstentionRules.Hit;
import coalition.answer.Generator.Part;
import coalition.answer.Ranking.Candidate;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found for all parts of a question, joined: the passages of the parts that may be answered, and who was refused.
 *
 * @param first the inquiry of the first part
 * @param refusal why nothing is answered; empty where at least one part may be
 * @param passages of the parts that may be answered, each chunk once
 * @param readings one a passage
 * @param parts those that may be answered, their candidates numbered by {@code passages}
 * @param confidence the mean of the answered parts'
 * @param unanswered the parts that are refused while others are answered
 */
record Evidence(
        Inquiry first,
        Optional<Hit> refusal,
        List<Passage> passages,
        List<Reading> readings,
        List<Part> parts,
        double confidence,
        List<String> unanswered) {

    static Evidence of(List<Inquiry> inquiries, AbstentionRules rules) {
        Joining joining = new Joining();
        List<String> unanswered = new ArrayList<>();
        Optional<Hit> refusal = Optional.empty();
        for (Inquiry inquiry : inquiries) {
            Optional<Hit> hit = rules.onEvidence(inquiry);
            if (hit.isEmpty()) {
                joining.add(inquiry);
            } else {
                unanswered.add(inquiry.standalone());
                refusal = refusal.or(() -> hit);
            }
        }
        boolean none = joining.parts.isEmpty();
        double confidence = joining.parts.stream()
                .mapToDouble(p -> p.ranking().confidence())
                .average()
                .orElse(0);
        return new Evidence(
                inquiries.getFirst(),
                none ? refusal : Optional.empty(),
                none ? inquiries.getFirst().passages() : List.copyOf(joining.passages),
                none ? inquiries.getFirst().readings() : List.copyOf(joining.readings),
                List.copyOf(joining.parts),
                confidence,
                List.copyOf(unanswered));
    }

    /** Gathers inquiries, a chunk that several found only once. */
    private static final class Joining {
        private final List<Passage> passages = new ArrayList<>();
        private final List<Reading> readings = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();

        void add(Inquiry inquiry) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < inquiry.passages().size(); i++) {
                places.add(place(inquiry.passages().get(i), inquiry.readings(), i));
            }
            List<Candidate> candidates = inquiry.ranking().candidates().stream()
                    .map(c ->
                            new Candidate(places.get(c.passage()), c.sentence(), c.score(), c.probability(), c.words()))
                    .toList();
            parts.add(new Part(
                    inquiry.analysis(),
                    new Ranking(candidates, inquiry.ranking().confidence())));
        }

        private int place(Passage passage, List<Reading> all, int index) {
            for (int i = 0; i < passages.size(); i++) {
                if (passages.get(i).chunk().id().equals(passage.chunk().id())) {
                    return i;
                }
            }
            passages.add(passage);
            if (index < all.size()) {
                readings.add(all.get(index));
            }
            return passages.size() - 1;
        }
    }
}
