package io.outrider.messaging.lint;

import io.outrider.messaging.ground.Support;
import java.util.EnumSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Links go to the vendor's own hosts and nowhere else, and no host hides what it is. */
final class LinkRule implements LintRule {

    private static final String RULE = "FORBIDDEN_LINK";
    private static final LinkExtractor LINKS = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
            .build();

    /** Mail programs make a link of a bare host too, and people write a dot in other ways to get past a check. */
    static final Pattern BARE_HOST = Pattern.compile(
            "(?<![\\p{L}\\p{N}@./-])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\s?(?:\\.|\\[\\.\\]|\\(\\.\\)|\\s?[(\\[]dot[)\\]]\\s?))+"
                    + "(?:com|net|org|io|ai|co|dev|app|info|biz|eu|uk|de|fr|nl|be|se|no|dk|fi|at|ch|it|es|pt|pl|us|ca|au|in|jp|cn|ru|"
                    + "ly|me|gl|gd|to|cc|tv|xyz|top|site|online|shop|club|link|click|cloud|tech|example|test|invalid|local|internal|onion|zip|mov)"
                    + "(?![\\p{L}\\p{N}-])(?:/\\S*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static final Pattern SCHEME = Pattern.compile(
            "\\b(?:h(?:tt|xx)ps?|ftp|javascript|data|file|mailto|tel)\\s?:(?://)?\\S*", Pattern.CASE_INSENSITIVE);
    static final Pattern IP_ADDRESS = Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])");

    private final LinkPolicy policy;

    LinkRule(LinkPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void inspect(Inspection message) {
        message.texts().stream()
                .filter(text -> mayHoldALink(text.plain()))
                .forEach(text -> look(message, text.index(), text.plain()));
    }

    private void look(Inspection message, int index, String plain) {
        var rest = new StringBuilder(plain);
        for (LinkSpan link : LINKS.extractLinks(plain)) {
            var written = plain.substring(link.getBeginIndex(), link.getEndIndex());
            report(message, index, written, link.getType() == LinkType.EMAIL ? mailbox(written) : url(written));
            blank(rest, link.getBeginIndex(), link.getEndIndex());
        }
        if (rest.indexOf(":") >= 0) {
            forbid(SCHEME, message, index, rest);
        }
        forbid(IP_ADDRESS, message, index, rest);
        if (mayHoldAHost(rest)) {
            bareHosts(message, index, rest);
        }
    }

    private static void forbid(Pattern pattern, Inspection message, int index, StringBuilder rest) {
        var found = pattern.matcher(rest.toString());
        while (found.find()) {
            report(message, index, found.group(), "only plain https links to the vendor are allowed");
            blank(rest, found.start(), found.end());
        }
    }

    private void bareHosts(Inspection message, int index, CharSequence rest) {
        var hosts = BARE_HOST.matcher(rest);
        while (hosts.find()) {
            bareHost(message, index, hosts.group());
        }
    }

    /** Every pattern here needs one of these, and most sentences have none. A full stop at the end of a sentence is no part of a host. */
    static boolean mayHoldALink(String plain) {
        return plain.indexOf(':') >= 0 || plain.indexOf('@') >= 0 || mayHoldAHost(plain);
    }

    /** The dots of a host stand before a letter or digit, or in brackets. */
    static boolean mayHoldAHost(CharSequence plain) {
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean dot = c == '.'
                    && i + 1 < plain.length()
                    && Character.isLetterOrDigit(Character.codePointAt(plain, i + 1));
            if (dot || c == '[' || c == '(') {
                return true;
            }
        }
        return false;
    }

    private void bareHost(Inspection message, int index, String written) {
        int slash = written.indexOf('/');
        var host = slash < 0 ? written : written.substring(0, slash);
        if (slash < 0 && host.toLowerCase(Locale.ROOT).equals(policy.accountDomain())) {
            return;
        }
        var problem = policy.problem(host);
        boolean name = slash < 0 && index >= 0 && message.sentences().get(index).support() == Support.CLAIM;
        if (name && !problem.isEmpty()) {
            message.warn(RULE, index, written, "a mail program may make a link of this name");
        } else {
            report(message, index, written, problem);
        }
    }

    private String mailbox(String written) {
        return written.equalsIgnoreCase(policy.senderEmail()) ? "" : "only the sender's own address may be named";
    }

    private String url(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("https://") && !lower.startsWith("http://") && !lower.startsWith("www.")) {
            return "only plain https links to the vendor are allowed";
        }
        int start = lower.indexOf("://");
        var authority = written.substring(start < 0 ? 0 : start + 3).split("[/?#\\\\]", 2)[0];
        if (authority.indexOf('@') >= 0 || authority.indexOf('%') >= 0) {
            return "the host is hidden behind another name";
        }
        return policy.problem(authority.replaceFirst(":\\d+$", ""));
    }

    private static void report(Inspection message, int index, String written, String problem) {
        if (!problem.isEmpty()) {
            message.error(RULE, index, written, problem);
        }
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, ' ');
        }
    }
}
