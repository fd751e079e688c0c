package io.outrider.orchestrator.connector.slack;

import java.util.regex.Pattern;

/** Slack's mrkdwn. */
public final class SlackText {

    /** The one control sequence that is let through: a link to a web page. */
    private static final Pattern LINK = Pattern.compile("<https?://[^<>|\\s]+(\\|[^<>|]*)?>");

    private static final Pattern ENTITY = Pattern.compile("&(?!(amp|lt|gt);)");

    private SlackText() {}

    /** Text from outside, as text: nothing in it is a link, a mention or a channel. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Text that was composed as mrkdwn: links stay, mentions such as {@code <!channel>} do not. Escapes stay escapes. */
    static String defused(String mrkdwn) {
        var safe = new StringBuilder();
        var links = LINK.matcher(mrkdwn);
        var at = 0;
        while (links.find()) {
            safe.append(defusedPiece(mrkdwn.substring(at, links.start()))).append(ampersands(links.group()));
            at = links.end();
        }
        return safe.append(defusedPiece(mrkdwn.substring(at))).toString();
    }

    private static String defusedPiece(String text) {
        return ampersands(text).replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String ampersands(String text) {
        return ENTITY.matcher(text).replaceAll("&amp;");
    }
}
