package coalition.ingest;

import java.util.List;

/** The formats that are read. */
final class Readers {
    private Readers() {}

    static List<DocumentReader> all() {
        return List.of(
                new MarkdownReader(),
                new PlainTextReader(),
                new HtmlReader(),
                new MailReader(),
                new PdfReader(),
                new DocxReader());
    }
}
