package coalition.summary;

import coalition.answer.Citation;
import coalition.answer.Overlap;
import coalition.answer.Quotation;
import coalition.answer.Run;
import coalition.summary.Summary.Line;
import coalition.summary.Summary.Section;
import java.util.ArrayList;
import java.util.List;

/** A summary being written: numbers the citations and keeps out what was said already. For one thread. */
final class Sheet {
    private final String title;
    private final List<Section> sections = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    private final List<Run> used = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    Sheet(String title) {
        this.title = title;
    }

    /** Whether these words would say nothing new. */
    boolean isKnown(Run run) {
        return used.stream().anyMatch(u -> u.overlaps(run))
                || said.stream().anyMatch(s -> Overlap.repeats(s, run.shown()));
    }

    /** A line of these words, with its citation. */
    Line line(String label, Run run) {
        used.add(run);
        said.add(run.shown());
        int number = citations.size() + 1;
        citations.add(Quotation.cite(number, run.chunk(), run.span(), List.of(), false));
        return new Line(label, run.shown(), List.of(number));
    }

    /** Adds a section; nothing where it has no lines. */
    void add(String heading, List<Line> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(heading, lines));
        }
    }

    boolean isEmpty() {
        return sections.isEmpty();
    }

    Summary finished(String notice) {
        return new Summary(title, sections, citations, notice);
    }
}
