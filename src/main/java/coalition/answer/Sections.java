package coalition.answer;

import coalition.document.Chunk;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which sections are about just what is asked, by their headings: "Root cause" for "what was the root cause?", and questions of an FAQ. */
final class Sections {
    private static final Set<Asked> PRECISE =
            Set.of(Asked.WHO, Asked.WHEN, Asked.WHERE, Asked.HOW_MANY, Asked.QUOTE, Asked.COMPARE);
    private static final Pattern NUMBERING = Pattern.compile("^[§(]? ?\\d+(?:\\.\\d+)*[.):]?\\s+(?=\\p{L})");
    private static final double ALIKE = .75;

    private static final Pattern LABEL = Pattern.compile("^[*_\\s]*(?:Q|Question|\\d+)[.:)]+[*_\\s]*");
    private static final int NEAR = 3;

    private Sections() {}

    /** Whether the sentence stands shortly after a question that asks the same, as in a list of questions and answers or an interview. */
    static boolean replies(QuestionAnalysis analysis, Chunk chunk, int index) {
        if (chunk.text().indexOf('?') < 0) {
            return false;
        }
        for (int i = index - 1; i >= Math.max(0, index - NEAR); i--) {
            String before = PlainWords.of(chunk.sentences().get(i).text()).text();
            if (before.endsWith("?")) {
                return isSame(Overlap.content(LABEL.matcher(before).replaceFirst("")), Fitness.topic(analysis))
                        && !PlainWords.of(chunk.sentences().get(index).text())
                                .text()
                                .endsWith("?");
            }
        }
        return false;
    }

    private static boolean isSame(Set<String> question, Set<String> asked) {
        long both = asked.stream().filter(question::contains).count();
        return both > 0 && both >= ALIKE * Math.max(question.size(), asked.size());
    }

    /** Whether the last heading above the chunk has what is asked, or with the title all of it and at least half of its own words. */
    static boolean answers(QuestionAnalysis analysis, Chunk chunk) {
        if (chunk.headings().isEmpty()) {
            return false;
        }
        String last = chunk.headings().getLast();
        Set<String> heading = Overlap.content(NUMBERING.matcher(last).replaceFirst(""));
        Set<String> asked = Fitness.topic(analysis);
        Set<String> both = new HashSet<>(asked);
        both.retainAll(heading);
        if (both.isEmpty()) {
            return false;
        }
        boolean question = last.strip().endsWith("?");
        if (question || PRECISE.contains(analysis.asked())) {
            return question && both.size() >= ALIKE * Math.max(heading.size(), asked.size());
        }
        Set<String> around = Overlap.content(
                chunk.title() + " " + chunk.heading() + " " + chunk.document().value());
        around.addAll(heading);
        return around.containsAll(asked) && 2 * both.size() >= heading.size();
    }
}
