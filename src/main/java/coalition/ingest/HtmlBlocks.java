package coalition.ingest;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks a page and writes down what is seen, block by block. Not safe for several threads. */
final class HtmlBlocks implements NodeVisitor {
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "head",
            "nav",
            "select",
            "button",
            "canvas",
            "audio",
            "video",
            "textarea",
            "datalist");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "table",
            "tr",
            "caption",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "main",
            "figure",
            "figcaption",
            "address",
            "details",
            "summary",
            "hr",
            "body",
            "form",
            "fieldset",
            "center",
            "tbody",
            "thead",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre");

    private final Extraction out;
    private int unseen;
    private int row;
    private int code;

    HtmlBlocks(Extraction out) {
        this.out = out;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            open(element);
        } else if (node instanceof TextNode words && unseen == 0) {
            write(words.getWholeText());
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        if (unseen > 0 || isUnseen(element)) {
            unseen++;
        } else if (row > 0) {
            row++;
            space();
        } else if (BLOCKS.contains(name)) {
            end();
            row = name.equals("tr") && isData(element) ? 1 : 0;
            code += name.equals("pre") ? 1 : 0;
        } else if (name.equals("br")) {
            out.append("\n");
        } else if (name.equals("td") || name.equals("th")) {
            end();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (unseen > 0) {
            unseen--;
        } else if (row > 1) {
            row--;
            if ((name.equals("td") || name.equals("th")) && element.nextElementSibling() != null) {
                space();
                out.append("| ");
            } else if (BLOCKS.contains(name)) {
                space();
            }
        } else if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
            out.endHeading(name.charAt(1) - '0');
        } else if (BLOCKS.contains(name) || name.equals("td") || name.equals("th")) {
            end();
            row = 0;
            code -= name.equals("pre") ? 1 : 0;
        }
    }

    private void end() {
        if (code > 0) {
            out.end();
        } else {
            out.endBlock();
        }
    }

    private void space() {
        if (!out.endsInSpace()) {
            out.append(" ");
        }
    }

    private void write(String words) {
        for (int i = 0; i < words.length(); ) {
            int end = i;
            boolean blank = isBlank(words.charAt(i));
            while (end < words.length() && isBlank(words.charAt(end)) == blank) {
                end++;
            }
            if (!blank) {
                out.append(words.substring(i, end));
            } else if (!out.endsInSpace()) {
                out.append(" ");
            }
            i = end;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    }

    /** Whether a table row holds data, not the layout of a page. */
    private static boolean isData(Element row) {
        return row.selectFirst("table, h1, h2, h3, h4, h5, h6, ul, ol, p + p") == null;
    }

    private static boolean isUnseen(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || style.matches(".*(?:font-size|opacity):0(?![.\\d]).*");
    }
}
