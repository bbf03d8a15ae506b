package coalition.answer;

import coalition.document.Chunk;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;

/** Lets a drafted sentence stand only where its words are those of the runs it names, in order, marks of Markdown apart. */
public final class QuotationVerifier implements Verifier {
    @Override
    public Verdict verify(Draft.DraftSentence sentence, List<Passage> passages) {
        if (sentence.supports().isEmpty()) {
            return new Verdict.Refused("it names no source");
        }
        List<String> quoted = new ArrayList<>();
        for (Draft.Support support : sentence.supports()) {
            if (support.passage() < 0 || support.passage() >= passages.size()) {
                return new Verdict.Refused("it names passage " + support.passage() + " of " + passages.size());
            }
            Chunk chunk = passages.get(support.passage()).chunk();
            if (support.span().length() == 0 || !chunk.span().contains(support.span())) {
                return new Verdict.Refused("it names words outside of '" + chunk.id() + "'");
            }
            quoted.add(PlainWords.of(Quotation.in(chunk, support.span())).text());
        }
        return String.join(" ", quoted).equals(sentence.text())
                ? new Verdict.Supported(sentence.supports())
                : new Verdict.Refused("its words are not those of its source");
    }
}
