package coalition.answer;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.answer.Entailment.Best;
import coalition.answer.Entailment.Measure;
import coalition.document.Chunk;
import coalition.document.Sentence;
import coalition.document.VisibleText;
import coalition.model.SpanModel;
import coalition.model.TextEncoder;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final int REMEMBERED = 256;
    private static final int JOINTS = 2;

    private final Entailment entailment;
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verdict> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A verifier that compares words and their vectors. */
    public SentenceVerifier(TextEncoder encoder) {
        this(encoder, Optional.empty());
    }

    /** @param reader asked who did what, where there is one */
    public SentenceVerifier(TextEncoder encoder, Optional<SpanModel> reader) {
        this.entailment = new Entailment(encoder, reader.map(CrossExamination::new));
    }

    /** Lets through what another verifier does (the sources' own words), and what stands by this one. */
    public Verifier after(Verifier other) {
        return (sentence, passages) -> {
            Verdict verdict = other.verify(sentence, passages);
            return verdict instanceof Verdict.Supported ? verdict : verify(sentence, passages);
        };
    }

    /** Checks a sentence; what was found is remembered, since an answer is checked as it comes and again when it is whole. */
    @Override
    public Verdict verify(DraftSentence sentence, List<Passage> passages) {
        Optional<Verdict> known = known(key(sentence, sentence.supports(), passages));
        if (known.isPresent()) {
            return known.get();
        }
        Verdict verdict = checked(sentence, passages);
        synchronized (verdicts) {
            verdicts.put(key(sentence, sentence.supports(), passages), verdict);
            if (verdict instanceof Verdict.Supported stands) {
                verdicts.put(key(sentence, stands.supports(), passages), verdict);
            }
        }
        return verdict;
    }

    private Optional<Verdict> known(String key) {
        synchronized (verdicts) {
            return Optional.ofNullable(verdicts.get(key));
        }
    }

    /** The sentence and what it names, wherever that stands among the passages; chunk ids name versions of documents. */
    private static String key(DraftSentence sentence, List<Support> supports, List<Passage> passages) {
        StringBuilder key = new StringBuilder(sentence.text());
        for (Support support : supports) {
            boolean there = support.passage() >= 0 && support.passage() < passages.size();
            key.append('\n')
                    .append(support.passage())
                    .append(' ')
                    .append(there ? passages.get(support.passage()).chunk().id() : "")
                    .append(' ')
                    .append(support.span().start())
                    .append('-')
                    .append(support.span().end());
        }
        return key.toString();
    }

    private Verdict checked(DraftSentence sentence, List<Passage> passages) {
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
        Verdict verdict = stated(VisibleText.strip(sentence.text()), places, passages, JOINTS);
        // what stands elsewhere in the passage is no reason to have it here
        Optional<String> strange = verdict instanceof Verdict.Supported stands
                ? SafeSentence.refuse(sentence.text(), grounds(stands.supports(), passages))
                : Optional.empty();
        return strange.<Verdict>map(Verdict.Refused::new).orElse(verdict);
    }

    /** What a sentence stands on, with the titles above it. */
    private static String grounds(List<Support> supports, List<Passage> passages) {
        StringBuilder grounds = new StringBuilder();
        for (Support support : supports) {
            Chunk chunk = passages.get(support.passage()).chunk();
            grounds.append(chunk.title()).append('\n').append(chunk.heading()).append('\n');
            grounds.append(Quotation.in(chunk, support.span())).append('\n');
        }
        return grounds.toString();
    }

    /** The sentence as a whole, or each of the statements it joins, of which one may join two again. */
    private Verdict stated(String text, List<Support> places, List<Passage> passages, int depth) {
        Verdict whole = measured(text, places, passages);
        if (whole instanceof Verdict.Supported || depth == 0) {
            return whole;
        }
        for (List<String> statements : Conjuncts.of(text)) {
            List<Support> supports = new ArrayList<>();
            for (String statement : statements) {
                if (!(stated(statement, places, passages, depth - 1) instanceof Verdict.Supported stands)) {
                    supports.clear();
                    break;
                }
                supports.addAll(stands.supports());
            }
            if (!supports.isEmpty()) {
                return new Verdict.Supported(supports.stream().distinct().toList());
            }
        }
        return whole;
    }

    private Verdict measured(String text, List<Support> places, List<Passage> passages) {
        Wording claim = Wording.of(text);
        Best best = entailment.best(claim, Backing.candidates(claim, places, passages));
        if (best.measure().isEmpty()) {
            return new Verdict.Refused(best.why());
        }
        Measure measure = best.measure().get();
        boolean several = measure.backing().parts().size() > 1 && !Entailment.verbatim(measure.alignment());
        if (several && Conjuncts.joined(text)) {
            return new Verdict.Refused("it joins statements that do not stand each");
        }
        return entailment.stands(measure, passages)
                ? new Verdict.Supported(measure.backing().supports())
                : new Verdict.Refused("its words say more than the source's, or another thing");
    }

    /** The cosine of two texts, -1 to 1. */
    double nearness(String one, String other) {
        return entailment.near(one, other);
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
                .map(e -> new Scored(e, entailment.near(claim.text(), e.text())))
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
