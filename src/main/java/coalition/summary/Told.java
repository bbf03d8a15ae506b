package coalition.summary;

import coalition.answer.PlainWords;
import coalition.answer.Run;
import coalition.answer.Token;
import coalition.document.Chunk;
import coalition.document.Library;
import coalition.retrieval.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * One sentence of a folder.
 *
 * @param chunk where it stands
 * @param index its place among the chunk's sentences
 * @param text its words without Markdown's marks
 */
record Told(Chunk chunk, int index, String text) {
    private static final int SHORTEST = 4;

    /** All sentences of the documents in scope, in order of documents and places; fragments are left out. */
    static List<Told> all(Library library, Scope scope) {
        List<Told> told = new ArrayList<>();
        library.cards().stream()
                .filter(card -> scope.contains(card.id()))
                .flatMap(card -> library.chunks(card.id()).stream())
                .forEach(chunk -> told.addAll(of(chunk)));
        return told;
    }

    /** The sentences of a chunk, fragments left out. */
    static List<Told> of(Chunk chunk) {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < chunk.sentences().size(); i++) {
            String plain = PlainWords.of(chunk.sentences().get(i).text()).text();
            if (Token.all(plain).size() >= SHORTEST) {
                told.add(new Told(chunk, i, plain));
            }
        }
        return told;
    }

    /** The sentence with the neighbours it cannot be understood without. */
    Run run() {
        return new Run(0, chunk, index, index).understandable();
    }
}
