package io.outrider.orchestrator.connector.slack;

import java.util.regex.Pattern;

/** Slack's mrkdwn. */
public final class SlackText {

    /** The one control sequence that is let through: a link to a web page. */
    private static final Pattern LINK = Pattern.compile("<https?://[^<>|\\s]+(\\|[^<>|]*)?>");

    private static final Pattern ENTITY = Pattern.compile("&(?!(amp|lt|gt);)");

    private static final String ELLIPSIS = "\u2026";

    /** What stands open for longer than this is no link and no escape. */
    private static final int LONGEST_PIECE = 2_000;

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

    /** At most so many characters, without half a link, half an escape or half a character at the end. */
    static String cut(String mrkdwn, int most) {
        if (mrkdwn.length() <= most) {
            return mrkdwn;
        }
        var end = most - ELLIPSIS.length();
        end = before(mrkdwn, '<', '>', end);
        end = before(mrkdwn, '&', ';', end);
        if (end > 0 && Character.isHighSurrogate(mrkdwn.charAt(end - 1))) {
            end--;
        }
        return mrkdwn.substring(0, end) + ELLIPSIS;
    }

    /** Before what is opened and not closed yet at the end. */
    private static int before(String text, char open, char close, int end) {
        var opened = text.lastIndexOf(open, end - 1);
        var closed = text.indexOf(close, Math.max(opened, 0));
        return opened >= 0 && opened < end && closed >= end && closed - opened < LONGEST_PIECE ? opened : end;
    }

    private static String defusedPiece(String text) {
        return ampersands(text).replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String ampersands(String text) {
        return ENTITY.matcher(text).replaceAll("&amp;");
    }
}
