package coalition.summary;

import coalition.answer.Citation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What documents say, in their own words and in an order of ours.
 *
 * @param title what it is a summary of
 * @param sections in order; empty where there is nothing to tell
 * @param citations each one used, numbered from 1 in order of use
 * @param notice what the reader should know besides: why it is empty, what was left out; may be empty
 */
public record Summary(String title, List<Section> sections, List<Citation> citations, String notice) {
    public Summary {
        sections = List.copyOf(sections);
        citations = List.copyOf(citations);
        Set<Integer> numbers = new HashSet<>();
        citations.forEach(c -> numbers.add(c.number()));
        for (Section section : sections) {
            for (Line line : section.lines()) {
                if (!numbers.containsAll(line.citations())) {
                    throw new IllegalArgumentException("the line '" + line.text() + "' cites what is not there");
                }
            }
        }
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /**
     * Lines that belong together.
     *
     * @param heading a document's title, a speaker's name, "Dated"; may be empty
     * @param lines in order, at least one
     */
    public record Section(String heading, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One statement.
     *
     * @param label the words it is filed under, as the source has them ("late 2015"); may be empty
     * @param text the quoted words without Markdown's marks
     * @param citations numbers of the citations it stands on, at least one
     */
    public record Line(String label, String text, List<Integer> citations) {
        public Line {
            citations = List.copyOf(citations);
            if (citations.isEmpty()) {
                throw new IllegalArgumentException("the line '" + text + "' cites nothing");
            }
        }
    }
}
