package coalition.answer;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.answer.Entailment.Measure;
import coalition.document.Sentence;
import coalition.document.VisibleText;
import coalition.model.TextEncoder;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a model's sentence against the passages it names: quoted words are there to the letter, every name, figure, date, unit and
 * negation is in what it stands on, nothing is turned around, widened or stripped of its hedge, and its words mean what the source
 * means. What stands is narrowed to the source sentences it stands on. Measured in docs/llm.md. Safe for several threads.
 */
public final class SentenceVerifier implements Verifier {
    private static final Pattern QUOTED = Pattern.compile("[\"“«]([^\"”»]{2,400})[\"”»]");
    private static final Pattern LEANS = Pattern.compile(
            "(?i)^(?:he|she|it|they|this|that|these|those|such|his|her|its|their|both|also|but|and|however|there|then|here)\\b.*");

    private final Entailment entailment;

    public SentenceVerifier(TextEncoder encoder) {
        this.entailment = new Entailment(encoder);
    }

    /** Lets through what another verifier does (the sources' own words), and what stands by this one. */
    public Verifier after(Verifier other) {
        return (sentence, passages) -> {
            Verdict verdict = other.verify(sentence, passages);
            return verdict instanceof Verdict.Supported ? verdict : verify(sentence, passages);
        };
    }

    @Override
    public Verdict verify(DraftSentence sentence, List<Passage> passages) {
        List<Support> places = sentence.supports().stream()
                .filter(s -> s.passage() >= 0 && s.passage() < passages.size())
                .toList();
        if (places.isEmpty()) {
            return new Verdict.Refused("it names no passage");
        }
        String cited = cited(places, passages);
        Optional<String> unsafe = SafeSentence.refuse(sentence.text(), cited);
        if (unsafe.isPresent()) {
            return new Verdict.Refused(unsafe.get());
        }
        if (sentence.text().strip().endsWith("?")) {
            return new Verdict.Refused("a question, not a statement");
        }
        Optional<String> misquoted = misquoted(sentence.text(), cited);
        if (misquoted.isPresent()) {
            return new Verdict.Refused(misquoted.get());
        }
        return measured(sentence, places, passages);
    }

    private Verdict measured(DraftSentence sentence, List<Support> places, List<Passage> passages) {
        Wording claim = Wording.of(VisibleText.strip(sentence.text()));
        Optional<Backing> best = Optional.empty();
        double bestProbability = -1;
        String why = "no sentence of the passages says it";
        double nearest = -1;
        for (Backing backing : Backing.candidates(claim, places, passages)) {
            Measure measure = entailment.measure(claim, backing);
            double probability = measure.probability();
            boolean stands = measure.forbidden().isEmpty() && probability >= EntailmentWeights.THRESHOLD;
            if (stands && (best.isEmpty() || better(backing, probability, best.get(), bestProbability))) {
                best = Optional.of(backing);
                bestProbability = probability;
            }
            if (probability > nearest) {
                nearest = probability;
                why = measure.forbidden().orElse("its words say more than the source's");
            }
        }
        return best.isPresent() ? new Verdict.Supported(best.get().supports()) : new Verdict.Refused(why);
    }

    private static boolean better(Backing one, double probability, Backing other, double otherProbability) {
        int sizes = Integer.compare(one.parts().size(), other.parts().size());
        return sizes < 0 || (sizes == 0 && probability > otherProbability);
    }

    /** The source sentence nearest to a refused one, in its own words, where one is near and can stand alone. */
    Optional<DraftSentence> nearest(DraftSentence refused, List<Passage> passages) {
        Wording claim = Wording.of(VisibleText.strip(refused.text()));
        List<Support> places = refused.supports().stream()
                .filter(s -> s.passage() >= 0 && s.passage() < passages.size())
                .toList();
        return Backing.candidates(claim, places, passages).stream()
                .filter(e -> e.parts().size() == 1)
                .filter(e -> alone(e.parts().getFirst().sentence()))
                .map(e -> new Scored(e, entailment.near(claim, e)))
                .filter(s -> s.score() >= Entailment.NEAR)
                .max(Comparator.comparingDouble(Scored::score))
                .map(s -> new DraftSentence(
                        s.backing().parts().getFirst().sentence().text(),
                        s.backing().supports()));
    }

    private record Scored(Backing backing, double score) {}

    private static boolean alone(Sentence sentence) {
        String text = sentence.text().strip();
        return !LEANS.matcher(text).matches()
                && SafeSentence.refuse(text, text).isEmpty()
                && SafeSentence.DOMAIN_FREE.test(text)
                && text.length() > 20
                && text.indexOf('\n') < 0;
    }

    private static String cited(List<Support> places, List<Passage> passages) {
        StringBuilder cited = new StringBuilder();
        for (Support place : places) {
            cited.append(passages.get(place.passage()).chunk().text()).append('\n');
        }
        return cited.toString();
    }

    /** Words between quotation marks that the passages do not have to the letter. */
    private static Optional<String> misquoted(String text, String cited) {
        String source = plain(cited);
        List<String> wrong = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            String words = plain(quoted.group(1)).replaceAll("[.,;:!?]+$", "");
            if (!source.contains(words)) {
                wrong.add(quoted.group());
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong.getFirst() + " is no quotation from the source");
    }

    private static String plain(String text) {
        return VisibleText.strip(text)
                .replaceAll("[’‘]", "'")
                .replaceAll("[“”«»]", "\"")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
