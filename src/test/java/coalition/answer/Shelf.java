package coalition.answer;

import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.document.Heading;
import coalition.document.Library;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.retrieval.Passage;
import coalition.retrieval.Query;
import coalition.retrieval.Retriever;
import coalition.retrieval.SentenceScore;
import coalition.retrieval.TermStatistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A small folder in memory: a chunk a section of Markdown, found by the words it shares with a question. */
public final class Shelf implements Library, Retriever, TermStatistics, Reader {
    private static final Pattern SENTENCE = Pattern.compile(
            "\\S.*?(?:(?:[.!?]+|:(?=\\n))[”\"')*]*(?=\\s|$)|(?=\\n\\n|\\n- |\\n\\|)|$)", Pattern.DOTALL);

    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();

    /** All files of one of the folders among the test resources. */
    public static Shelf of(String folder) {
        Shelf shelf = new Shelf();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/folders", folder))) {
            for (Path file : files.sorted().toList()) {
                shelf.with(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shelf;
    }

    /** Adds a Markdown document; its first heading is its title. */
    public Shelf with(String path, String markdown) {
        List<Heading> headings = new ArrayList<>();
        String title = path;
        Matcher parts = Pattern.compile("(?m)^(#+) (.+)$|\\A").matcher(markdown);
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<String> names = new ArrayList<>();
        while (parts.find()) {
            ends.add(parts.start());
            starts.add(parts.end());
            names.add(parts.group(2) == null ? "" : parts.group(2));
            if (parts.group(2) != null) {
                headings.add(new Heading(parts.start(2), parts.group(1).length(), parts.group(2)));
                title = headings.size() == 1 ? parts.group(2) : title;
            }
        }
        ends.add(markdown.length());
        for (int i = 0; i < starts.size(); i++) {
            add(path, title, names.get(i), markdown, new Span(starts.get(i), ends.get(i + 1)));
        }
        documents.add(new Document(
                new DocumentId(path),
                "h" + markdown.hashCode(),
                title,
                markdown,
                headings,
                List.of(),
                List.of(),
                Instant.EPOCH));
        return this;
    }

    private void add(String path, String title, String heading, String text, Span span) {
        if (span.in(text).isBlank()) {
            return;
        }
        List<Sentence> sentences = new ArrayList<>();
        Matcher matcher = SENTENCE.matcher(span.in(text));
        while (matcher.find()) {
            String found = matcher.group().strip();
            int marker = found.startsWith("- ") ? 2 : 0;
            int start = span.start() + matcher.start() + marker;
            String words = found.substring(marker);
            if (!words.isEmpty()) {
                sentences.add(new Sentence(new Span(start, start + words.length()), words));
            }
        }
        chunks.add(new Chunk(
                new DocumentId(path),
                "h" + text.hashCode(),
                chunks.size(),
                title,
                heading.isEmpty() || heading.equals(title) ? List.of() : List.of(heading),
                0,
                span,
                span.in(text),
                sentences));
    }

    @Override
    public List<Passage> retrieve(Query query) {
        return chunks.stream()
                .filter(c -> query.scope().contains(c.document()))
                .map(c -> passage(c, query.text()))
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .limit(query.limit())
                .toList();
    }

    private Passage passage(Chunk chunk, String query) {
        double whole = overlap(query, chunk.title() + " " + chunk.heading() + " " + chunk.text());
        List<SentenceScore> sentences = overlaps(chunk, query).stream()
                .map(o -> new SentenceScore(o * .9, o))
                .toList();
        return new Passage(chunk, whole, whole * .9, whole, sentences);
    }

    /** What each sentence shares with the query, and a little of what the sentence before it does. */
    private List<Double> overlaps(Chunk chunk, String query) {
        List<Double> overlaps = new ArrayList<>();
        double before = 0;
        for (Sentence sentence : chunk.sentences()) {
            double own = overlap(query, sentence.text());
            overlaps.add(own == 0 ? 0 : Math.min(1, own + .6 * before));
            before = own;
        }
        return overlaps;
    }

    private double overlap(String query, String text) {
        Set<String> wanted = new HashSet<>(terms(query));
        Set<String> there = new HashSet<>(terms(text));
        there.retainAll(wanted);
        return wanted.isEmpty() ? 0 : (double) there.size() / wanted.size();
    }

    @Override
    public List<Reading> read(String question, List<Passage> passages) {
        return passages.stream().map(p -> reading(question, p)).toList();
    }

    private Reading reading(String question, Passage passage) {
        List<Double> overlaps = overlaps(passage.chunk(), question);
        double sum = overlaps.stream().mapToDouble(o -> o * o).sum();
        return new Reading(
                overlap(question, passage.chunk().text()),
                overlaps.stream().map(o -> sum == 0 ? 0 : o * o / sum).toList(),
                Optional.empty(),
                0);
    }

    @Override
    public List<String> terms(String text) {
        return Token.all(text).stream()
                .filter(Lexicon::content)
                .map(Token::stem)
                .toList();
    }

    @Override
    public double idf(String term) {
        return 3;
    }

    @Override
    public List<DocumentCard> cards() {
        return documents.stream()
                .map(d -> new DocumentCard(
                        d.id(),
                        d.hash(),
                        d.title(),
                        chunks(d.id()).size(),
                        d.text().length(),
                        d.modified(),
                        d.modified()))
                .toList();
    }

    @Override
    public Optional<Document> find(DocumentId id) {
        return documents.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Document> find(DocumentId id, String hash) {
        return find(id).filter(d -> d.hash().equals(hash));
    }

    @Override
    public List<Chunk> chunks(DocumentId id) {
        return chunks.stream().filter(c -> c.document().equals(id)).toList();
    }

    @Override
    public long generation() {
        return documents.size();
    }
}
