package coalition.feedback;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Feedback that ends with the process. */
public final class InMemoryFeedbackLog implements FeedbackLog {
    private record Key(String answer, String person) {}

    private final Map<Key, Feedback> said = new ConcurrentHashMap<>();

    @Override
    public void record(Feedback feedback) {
        said.put(new Key(feedback.answer(), feedback.person()), feedback);
    }

    @Override
    public Tally since(Instant from) {
        List<Feedback> recent = list(from, Integer.MAX_VALUE);
        int helpful = (int)
                recent.stream().filter(f -> f.verdict() == Verdict.HELPFUL).count();
        return new Tally(helpful, recent.size() - helpful);
    }

    @Override
    public List<Feedback> list(Instant from, int limit) {
        return said.values().stream()
                .filter(f -> !f.at().isBefore(from))
                .sorted(Comparator.comparing(Feedback::at).reversed().thenComparing(Feedback::answer))
                .limit(limit)
                .toList();
    }

    @Override
    public int forget(String person) {
        return remove(f -> f.person().equals(person));
    }

    @Override
    public int forgetAnswer(String answer) {
        return remove(f -> f.answer().equals(answer));
    }

    @Override
    public int forgetBefore(Instant time) {
        return remove(f -> f.at().isBefore(time));
    }

    private int remove(Predicate<Feedback> which) {
        int before = said.size();
        said.values().removeIf(which);
        return before - said.size();
    }
}
