package io.outrider.sandbox.site;

import java.util.List;

/** Builds the inside of a page from text. Escapes what it is given. */
final class Html {

    private final StringBuilder out = new StringBuilder(2048);

    Html h1(String text) {
        return element("h1", text);
    }

    Html h2(String text) {
        return element("h2", text);
    }

    Html p(String text) {
        return text.isEmpty() ? this : element("p", text);
    }

    Html list(List<String> items) {
        out.append("<ul>\n");
        items.forEach(item -> element("li", item));
        out.append("</ul>\n");
        return this;
    }

    Html link(String href, String text) {
        out.append("<p><a href=\"")
                .append(href)
                .append("\">")
                .append(Words.escape(text))
                .append("</a></p>\n");
        return this;
    }

    /** As it is, without escaping. */
    Html raw(String html) {
        out.append(html);
        return this;
    }

    private Html element(String tag, String text) {
        out.append('<')
                .append(tag)
                .append('>')
                .append(Words.escape(text))
                .append("</")
                .append(tag)
                .append(">\n");
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
