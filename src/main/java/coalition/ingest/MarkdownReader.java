package coalition.ingest;

import coalition.document.Document;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown. The text is the decoded file to the letter; paragraphs, list items, quotations and table rows are blocks, code,
 * comments, link definitions, front matter and lines of nothing but images are not. The title is the front matter's, the first
 * highest heading's or the file's name. Safe for several threads.
 */
public final class MarkdownReader implements DocumentReader {
    private static final int DEEPEST = 50;
    private static final List<String> ENDINGS = List.of(".md", ".markdown", ".mdown", ".mkd", ".mdx");

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    @Override
    public boolean accepts(String name) {
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public Document read(SourceFile file) {
        String text = TextDecoder.decode(file.bytes());
        FrontMatter front = FrontMatter.of(text);
        Structure structure = new Structure(text);
        new MarkdownBlocks(text, front.end(), structure).visitAll(parser.parse(text.substring(front.end())));
        return structure.document(
                file, front.title().isBlank() ? structure.titleOr(file.nameAsTitle()) : front.title());
    }
}
