package coalition.slack;

import coalition.document.DocumentCard;
import coalition.document.Library;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The Home tab: what the bot knows, how fresh it is, how to ask, where it answers, this person's last questions. */
final class HomeTab {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Library library;
    private final SlackSettings settings;
    private final Clock clock;

    HomeTab(Library library, SlackSettings settings, Clock clock) {
        this.library = library;
        this.settings = settings;
        this.clock = clock;
    }

    View view(List<String> prompts, List<SlackLedger.Entry> recent) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("head1", "What I know"));
        documents(blocks);
        blocks.add(header("head2", "How to ask"));
        blocks.add(Blocks.words(
                "how",
                "Mention me in a channel, write to me in the Messages tab, or type " + settings.command()
                        + " with your question. Each sentence of an answer is quoted from a document and says where it stands."
                        + " When the documents do not say it, I say so."));
        List<ButtonElement> buttons = new ArrayList<>();
        AnswerBlocks.suggestions(buttons, prompts);
        if (!buttons.isEmpty()) {
            blocks.add(Blocks.actions("prompts", buttons));
        }
        blocks.add(header("head3", "Where I answer"));
        blocks.add(Blocks.words("where", where()));
        if (!recent.isEmpty()) {
            blocks.add(header("head4", "Your last questions"));
            int number = 0;
            for (SlackLedger.Entry entry : recent) {
                blocks.add(Blocks.context("recent" + number, entry.inquiry().text()));
                if (!entry.answer().isEmpty()) {
                    blocks.add(Blocks.actions(
                            "answer" + number, List.of(Blocks.button("Show the answer", Actions.ALL, entry.answer()))));
                }
                number++;
            }
        }
        return View.builder().type("home").blocks(blocks).build();
    }

    private void documents(List<LayoutBlock> blocks) {
        List<DocumentCard> cards = library.cards().stream()
                .filter(c -> settings.mayShow(c.id(), "", true))
                .sorted(Comparator.comparing(DocumentCard::modified).reversed())
                .toList();
        if (cards.isEmpty()) {
            blocks.add(Blocks.words("known", "No documents are indexed yet."));
            return;
        }
        Instant fresh = cards.stream()
                .map(DocumentCard::indexed)
                .max(Comparator.naturalOrder())
                .orElse(clock.instant());
        blocks.add(Blocks.words(
                "known",
                cards.size() + (cards.size() == 1 ? " document" : " documents") + ", last read on "
                        + DAY.format(fresh.atZone(ZoneOffset.UTC)) + "."));
        int number = 0;
        for (DocumentCard card : cards.subList(0, Math.min(10, cards.size()))) {
            blocks.add(Blocks.context(
                    "card" + number++,
                    SlackText.cut(card.title(), 120) + " \u00b7 changed on "
                            + DAY.format(card.modified().atZone(ZoneOffset.UTC))));
        }
        if (cards.size() > 10) {
            blocks.add(Blocks.context("cards", "and " + (cards.size() - 10) + " more"));
        }
    }

    private String where() {
        StringBuilder where =
                new StringBuilder("In every channel I am invited to when I am mentioned, and in direct messages.");
        if (settings.followThreads()) {
            where.append(" In threads where I answered, questions need no mention; \"stop\" makes me leave.");
        }
        if (!settings.channelDocuments().isEmpty()) {
            where.append(" Some channels have documents of their own.");
        }
        if (!settings.directOnlyDocuments().isEmpty()) {
            where.append(" Some documents are used in direct messages only.");
        }
        if (!settings.sharedChannels()) {
            where.append(" Not in channels shared with another company.");
        }
        return where.toString();
    }

    private static LayoutBlock header(String id, String text) {
        return HeaderBlock.builder().blockId(id).text(Blocks.label(text)).build();
    }
}
