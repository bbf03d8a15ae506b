package coalition.slack;

import coalition.answer.Abstained;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.Mode;
import coalition.answer.Question;
import coalition.answer.Reason;
import coalition.answer.Statement;
import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.document.Library;
import coalition.document.Span;
import coalition.summary.Summary;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents and answers for tests: a handbook of a lighthouse. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String TEXT = """
            # The lighthouse

            ## Lamp

            The lamp was lit first in 1871. It burns until dawn, whatever the weather is.

            ## Keeper

            Mara Lind keeps the light since 2009. She lives in the tower with two goats.

            Visitors may climb the 214 steps on Sundays. Children climb with an adult.

            ## Store

            Oil is kept in the cellar, forty barrels at most.
            """;
    static final Document HANDBOOK = document("handbook.md", "The lighthouse handbook", TEXT);

    private Samples() {}

    static Document document(String id, String title, String text) {
        List<Span> blocks = new ArrayList<>();
        int at = 0;
        for (String part : text.split("\n\n")) {
            if (!part.startsWith("#") && !part.isBlank()) {
                blocks.add(new Span(at, at + part.stripTrailing().length()));
            }
            at += part.length() + 2;
        }
        return new Document(
                new DocumentId(id),
                "hash-of-" + id,
                title,
                text,
                List.of(),
                List.of(),
                blocks,
                NOW.minusSeconds(86_400 * 12));
    }

    static Library library(Document... documents) {
        List<Document> all = List.of(documents);
        return new Library() {
            @Override
            public List<DocumentCard> cards() {
                return all.stream()
                        .map(d -> new DocumentCard(
                                d.id(), d.hash(), d.title(), 3, d.text().length(), d.modified(), NOW))
                        .toList();
            }

            @Override
            public Optional<Document> find(DocumentId id) {
                return all.stream().filter(d -> d.id().equals(id)).findFirst();
            }

            @Override
            public Optional<Document> find(DocumentId id, String hash) {
                return find(id).filter(d -> d.hash().equals(hash));
            }

            @Override
            public List<Chunk> chunks(DocumentId id) {
                return List.of();
            }

            @Override
            public long generation() {
                return 1;
            }
        };
    }

    static Citation citation(int number, String quote, String mark, boolean closest) {
        int start = TEXT.indexOf(quote);
        List<Span> marks = mark.isEmpty()
                ? List.of()
                : List.of(new Span(start + quote.indexOf(mark), start + quote.indexOf(mark) + mark.length()));
        return new Citation(
                number,
                HANDBOOK.id(),
                HANDBOOK.hash(),
                HANDBOOK.title(),
                "The lighthouse > Keeper",
                0,
                new Span(start, start + quote.length()),
                quote,
                marks,
                "handbook.md#1@hash-of-hand",
                closest);
    }

    static Grounded grounded(Question question) {
        return grounded("answer-" + Marker.of(question.thread().value() + question.text()), question);
    }

    static Grounded grounded(String id, Question question) {
        return new Grounded(
                id,
                question,
                question.text(),
                "",
                List.of(
                        new Statement("Mara Lind keeps the light since 2009.", List.of(1)),
                        new Statement("She lives in the tower with two goats.", List.of(2))),
                List.of(
                        citation(1, "Mara Lind keeps the light since 2009.", "Mara Lind", false),
                        citation(2, "She lives in the tower with two goats.", "", false)),
                0.93,
                Mode.TEMPLATE,
                "");
    }

    static Summary summary() {
        return new Summary(
                "Timeline of the lighthouse",
                List.of(
                        new Summary.Section(
                                "Dated",
                                List.of(
                                        new Summary.Line("1871", "The lamp was lit first in 1871.", List.of(1)),
                                        new Summary.Line(
                                                "since 2009", "Mara Lind keeps the light since 2009.", List.of(2)))),
                        new Summary.Section(
                                "",
                                List.of(new Summary.Line(
                                        "", "Oil is kept in the cellar, forty barrels at most.", List.of(3))))),
                List.of(
                        citation(1, "The lamp was lit first in 1871.", "", false),
                        citation(2, "Mara Lind keeps the light since 2009.", "", false),
                        citation(3, "Oil is kept in the cellar, forty barrels at most.", "", false)),
                "Only dated sentences.");
    }

    static Abstained abstained(Question question) {
        return new Abstained(
                "nothing-" + Marker.of(question.thread().value() + question.text()),
                question,
                question.text(),
                Reason.NOT_IN_SOURCES,
                "The documents do not say who painted the tower.",
                List.of(citation(0, "She lives in the tower with two goats.", "", true)),
                List.of("Who keeps the light?", "When was the lamp lit first?"),
                0.12,
                Mode.TEMPLATE);
    }
}
