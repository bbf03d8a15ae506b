package coalition.slack;

import coalition.answer.Citation;
import coalition.document.DocumentCard;
import coalition.document.Library;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A source in one line: its number, document, heading, page and age. */
final class SourceLine {
    private final Library library;
    private final Clock clock;

    SourceLine(Library library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    String of(Citation citation) {
        StringBuilder line = new StringBuilder();
        if (!citation.closest()) {
            line.append('[').append(citation.number()).append("] ");
        }
        line.append(place(citation));
        Optional<DocumentCard> card = card(citation);
        if (card.isEmpty()) {
            line.append(" \u00b7 no longer in the folder");
        } else {
            line.append(" \u00b7 ").append(age(card.get().modified()));
            if (!card.get().hash().equals(citation.hash())) {
                line.append(", changed since this answer");
            }
        }
        return line.toString();
    }

    /** Document, heading and page. */
    static String place(Citation citation) {
        StringBuilder place = new StringBuilder(SlackText.plain(citation.title(), 120));
        String last = citation.heading()
                .substring(citation.heading().lastIndexOf(" > ") + 1)
                .replaceFirst("^> ", "");
        if (!last.isBlank() && !last.strip().equals(citation.title().strip())) {
            place.append(" \u203a ").append(SlackText.plain(last, 100));
        }
        if (citation.page() > 0) {
            place.append(" \u00b7 page ").append(citation.page());
        }
        return place.toString();
    }

    private Optional<DocumentCard> card(Citation citation) {
        return library.cards().stream()
                .filter(c -> c.id().equals(citation.document()))
                .findFirst();
    }

    private String age(Instant modified) {
        long days = Duration.between(modified, clock.instant()).toDays();
        if (days < 1) {
            return "updated today";
        }
        if (days < 60) {
            return "updated " + days + (days == 1 ? " day ago" : " days ago");
        }
        return days < 730 ? "updated " + days / 30 + " months ago" : "updated " + days / 365 + " years ago";
    }
}
