package coalition.answer;

import coalition.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two chosen sentences that answer a question for a date or a number differently.
 *
 * @param notice for the asker
 */
record Conflict(String notice) {
    /** Whoever is counted under many names. "people" is no word of content. */
    private static final String PERSONS = "persons person individuals men women passengers visitors guests members";

    private static final Set<String> NUMBERS =
            Lexicon.NUMBERS.stream().map(Stem::of).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> RELATIVE = Lexicon.words("twice double triple half third quarter once several");
    private static final Set<String> MEASURES = Lexicon.words(
            "year month week dai hour minut second old ag least most about percent euro dollar pound metr meter mile kilometr");

    /** The conflict among the sentences chosen for one question; empty where they agree or only one names a figure. */
    static Optional<Conflict> in(QuestionAnalysis analysis, List<Chosen> chosen) {
        if ((analysis.asked() != Asked.WHEN && analysis.asked() != Asked.HOW_MANY) || chosen.size() < 2) {
            return Optional.empty();
        }
        Chosen first = chosen.get(0);
        List<String> others = new ArrayList<>();
        for (Chosen other : chosen.subList(1, chosen.size())) {
            boolean apart = !covered(analysis, first).equals(covered(analysis, other))
                    || isOfOthers(first, other)
                    || (analysis.asked() == Asked.HOW_MANY && isOfOtherTime(first, other));
            if (!apart && differ(analysis, first, other) && isMeasured(analysis, first, other)) {
                others.add("“" + words(other) + "”");
            }
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String last = others.removeLast();
        String listed = others.isEmpty() ? "" : ", " + String.join(", ", others);
        return Optional.of(new Conflict("The sources differ: they give " + (others.isEmpty() ? "both " : "") + "“"
                + words(first) + "”" + listed + " and " + last + "."));
    }

    /** Whether what stands beside the figures of each is spoken of by the other or asked for: litres are no rival of a price. */
    private static boolean isMeasured(QuestionAnalysis analysis, Chosen first, Chosen other) {
        return beside(first, analysis, other) && beside(other, analysis, first);
    }

    private static boolean beside(Chosen one, QuestionAnalysis analysis, Chosen other) {
        Set<String> known = Overlap.content(analysis.text() + " " + other.run().shown() + " " + PERSONS);
        return Token.all(words(one)).stream()
                .filter(w -> Lexicon.content(w) && !w.number())
                .filter(w ->
                        !Lexicon.NUMBERS.contains(w.lower()) && !isMonth(w) && !Lexicon.WEEKDAYS.contains(w.lower()))
                .allMatch(w -> known.contains(w.stem()));
    }

    private static boolean differ(QuestionAnalysis analysis, Chosen a, Chosen b) {
        if (a.marks().isEmpty() || b.marks().isEmpty()) {
            return false;
        }
        Set<String> left = figures(words(a));
        Set<String> right = figures(words(b));
        return !left.isEmpty()
                && !right.isEmpty()
                && !isRelative(left)
                && !isRelative(right)
                && !left.containsAll(right)
                && !right.containsAll(left)
                && (alike(a, b) || hasAll(analysis, a));
    }

    /** Whether the figure only says how something compares to another: "twice as much" is no rival of 11,600. */
    private static boolean isRelative(Set<String> figures) {
        return RELATIVE.containsAll(figures);
    }

    /** What of the question the sentence has; of two that have different things one may speak of something else. */
    private static Set<String> covered(QuestionAnalysis analysis, Chosen chosen) {
        Set<String> there = Overlap.content(chosen.sentence().text());
        Set<String> persons = Overlap.content(PERSONS);
        return Fitness.topic(analysis).stream()
                .filter(w -> there.contains(w) && !persons.contains(w))
                .collect(Collectors.toSet());
    }

    /** Whether the sentence has all that was asked about, and at least one thing was: then so has another that covers the same. */
    private static boolean hasAll(QuestionAnalysis analysis, Chosen chosen) {
        Set<String> asked = Fitness.topic(analysis);
        asked.removeAll(Overlap.content(PERSONS));
        return !asked.isEmpty() && covered(analysis, chosen).containsAll(asked);
    }

    /** Whether one speaks of a year that the other does not: then both may be right. */
    private static boolean isOfOtherTime(Chosen a, Chosen b) {
        return !years(a).equals(years(b));
    }

    private static Set<String> years(Chosen chosen) {
        return Token.all(chosen.run().shown()).stream()
                .map(Token::text)
                .filter(t -> t.matches("1\\d{3}|20\\d{2}"))
                .collect(Collectors.toSet());
    }

    /** Whether each names somebody or something that the other does not: then they speak of different things. */
    private static boolean isOfOthers(Chosen a, Chosen b) {
        return namesApart(a, b) && namesApart(b, a);
    }

    private static boolean namesApart(Chosen one, Chosen other) {
        List<Token> there =
                Token.all(other.run().chunk().title() + " " + other.run().shown());
        return Names.in(one.sentence().text()).stream()
                .filter(n -> !n.initial())
                .anyMatch(n -> !NameMatch.mentioned(n, there));
    }

    /** Whether the sentences speak of the same thing, figures apart. */
    private static boolean alike(Chosen a, Chosen b) {
        Set<String> left = Overlap.content(a.sentence().text());
        Set<String> right = Overlap.content(b.sentence().text());
        left.removeIf(Conflict::isMeasure);
        right.removeIf(Conflict::isMeasure);
        long both = left.stream().filter(right::contains).count();
        return both >= 2 && both * 2 >= Math.min(left.size(), right.size());
    }

    /** Figures and what they count are what differs, not what is spoken of. */
    private static boolean isMeasure(String stem) {
        return Character.isDigit(stem.charAt(0))
                || stem.length() == 1
                || MEASURES.contains(stem)
                || NUMBERS.contains(stem);
    }

    private static Set<String> figures(String words) {
        return Token.all(words).stream()
                .filter(t -> t.number() || isMonth(t) || Lexicon.NUMBERS.contains(t.lower()))
                .map(t -> t.lower().replace(",", ""))
                .collect(Collectors.toSet());
    }

    /** "may" and "march" are months only with a capital. */
    private static boolean isMonth(Token token) {
        return token.capitalised() && Lexicon.MONTHS.contains(token.lower());
    }

    private static String words(Chosen chosen) {
        Span mark = chosen.marks().getFirst();
        return PlainWords.of(Quotation.in(chosen.run().chunk(), mark)).text();
    }
}
