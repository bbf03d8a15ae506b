package coalition.answer;

import coalition.document.Chunk;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a question in the words of the passages: "vacation days" where they only speak of "annual leave". */
final class OtherWords {
    private static final WordBook EVERYDAY = WordBook.of("everyday-words.txt");
    private static final int MOST = 2;
    private static final int SHORTEST = 3;

    private OtherWords() {}

    /**
     * The question with words that no passage has replaced by words of the passages that say the same.
     *
     * @param passages best first
     * @return empty where no word can be replaced
     */
    static Optional<String> of(String question, List<Passage> passages) {
        Map<String, String> there = words(passages);
        List<Token> tokens = Token.all(question);
        StringBuilder asked = new StringBuilder();
        int from = 0;
        int replaced = 0;
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean open = Lexicon.content(token)
                    && !token.capitalised()
                    && token.text().length() > SHORTEST;
            Optional<String> other = open && replaced < MOST ? other(token, there) : Optional.empty();
            if (other.isPresent()) {
                asked.append(question, from, token.start()).append(other.get());
                from = token.end();
                replaced++;
            }
        }
        return replaced == 0
                ? Optional.empty()
                : Optional.of(asked.append(question.substring(from)).toString());
    }

    /** Whether two words say the same in everyday English. */
    static boolean same(String one, String other) {
        return EVERYDAY.same(EVERYDAY.root(one), EVERYDAY.root(other));
    }

    /** The first word of the passages that says the same; empty where they have the word itself. */
    private static Optional<String> other(Token token, Map<String, String> there) {
        String root = EVERYDAY.root(token.lower());
        return there.containsKey(root)
                ? Optional.empty()
                : there.entrySet().stream()
                        .filter(e -> EVERYDAY.same(root, e.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** The passages' content words by their roots, in order. */
    private static Map<String, String> words(List<Passage> passages) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Passage passage : passages) {
            Chunk chunk = passage.chunk();
            List<Token> tokens = new ArrayList<>(Token.all(chunk.text()));
            tokens.addAll(Token.all(chunk.heading()));
            tokens.stream()
                    .filter(Lexicon::content)
                    .forEach(t -> words.putIfAbsent(EVERYDAY.root(t.lower()), t.lower()));
        }
        return words;
    }
}
