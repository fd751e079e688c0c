package io.outrider.research.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Walks a document once and collects what a reader sees, the links, and the structured data. Comments and hidden parts stay out. */
final class VisibleText implements NodeFilter {

    private static final Set<String> SKIPPED = Set.of(
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "canvas",
            "select",
            "textarea",
            "head",
            "math",
            "video",
            "audio");
    private static final List<String> INVISIBLE = List.of(
            "display:none",
            "visibility:hidden",
            "opacity:0;",
            "font-size:0",
            "text-indent:-9",
            "left:-9",
            "top:-9",
            "width:0",
            "height:0");

    private final PlainText text;
    private final List<Link> links = new ArrayList<>();
    private final List<String> jsonLd = new ArrayList<>();

    VisibleText(PlainText text) {
        this.text = text;
    }

    List<Link> links() {
        return links;
    }

    List<String> jsonLd() {
        return jsonLd;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.words(words.getWholeText());
        } else if (node instanceof Element element) {
            return element(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            text.newLine();
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult element(Element element) {
        var name = element.normalName();
        if (name.equals("script")) {
            collectData(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (SKIPPED.contains(name) || isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("a") && element.hasAttr("href")) {
            links.add(new Link(element.attr("href"), element.text()));
        }
        if (element.isBlock() || name.equals("br")) {
            text.newLine();
        } else if (name.equals("td") || name.equals("th")) {
            text.gap();
        }
        return FilterResult.CONTINUE;
    }

    void collectData(Element script) {
        if (script.attr("type").strip().equalsIgnoreCase("application/ld+json")) {
            jsonLd.add(script.data());
        }
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equalsIgnoreCase("true")) {
            return true;
        }
        var style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        var plain = style.replace(" ", "").toLowerCase(Locale.ROOT) + ';';
        return INVISIBLE.stream().anyMatch(plain::contains);
    }
}
