package coalition.answer;

import coalition.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers by quoting: one to four runs of sentences, verbatim, each with its place, best first; the answering words marked where
 * the reader is sure of them. It writes nothing of its own but a notice where the sources differ.
 */
public final class ExtractiveGenerator implements Generator {
    @Override
    public Draft generate(Task task, Consumer<Draft.DraftSentence> sentences) {
        List<Draft.DraftSentence> drafted = new ArrayList<>();
        List<Run> used = new ArrayList<>();
        String notice = "";
        for (Part part : task.parts()) {
            QuestionAnalysis analysis = part.asked();
            List<Chosen> chosen = SentenceChoice.choose(analysis, task.passages(), part.ranking());
            Optional<Conflict> conflict = Conflict.in(analysis, chosen);
            notice = conflict.map(Conflict::notice).orElse(notice);
            for (Chosen one : chosen) {
                if (used.stream().noneMatch(u -> u.overlaps(one.run()))) {
                    used.add(one.run());
                    drafted.add(drafted(one));
                }
            }
        }
        drafted.forEach(sentences);
        return new Draft("", drafted, Mode.TEMPLATE, notice);
    }

    private static Draft.DraftSentence drafted(Chosen chosen) {
        Span span = chosen.run().span();
        return new Draft.DraftSentence(
                chosen.run().shown(), List.of(new Draft.Support(chosen.run().passage(), span, chosen.marks())));
    }
}
