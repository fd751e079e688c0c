package io.outrider.research.crawl;

/** A page that is not read, with the reason that a brief shows. Expected, so it carries no stack. */
public final class Refused extends Exception {

    private final Kind kind;
    private final String reason;

    public Refused(Kind kind, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    /** In words for a brief, for example "robots.txt disallows it". */
    public String reason() {
        return reason;
    }

    /** What refused it. */
    public enum Kind {
        /** Our own rules: scheme, port, address, another site, budget of time. */
        GUARD,
        ROBOTS,
        /** Nobody answered at that address. */
        CONNECT,
        /** The site answered, but not with a page: status, size, type, cut. */
        ANSWER
    }
}
