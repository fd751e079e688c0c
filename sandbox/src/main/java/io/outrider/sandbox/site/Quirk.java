package io.outrider.sandbox.site;

/** What is wrong or awkward with a site. */
enum Quirk {
    /** Every page answers 500. */
    BROKEN,
    /** Every page takes three seconds. */
    SLOW,
    /** Pages without any text. */
    EMPTY,
    /** robots.txt disallows all of it. */
    DISALLOWED,
    /** robots.txt disallows the team and careers pages. */
    PARTLY_DISALLOWED,
    /** The careers page names another headcount than the about page. */
    CONTRADICTORY,
    /** Carries text, seen and hidden, that tries to instruct an agent. */
    INJECTION,
    /** Sends every visitor to a private address. */
    PRIVATE_REDIRECT,
    /** Sends every visitor in a circle. */
    REDIRECT_LOOP,
    /** The home page is eight megabytes long. */
    HUGE,
    /** Says UTF-8 and sends windows-1252. */
    WRONG_CHARSET,
    /** An empty shell that only a browser's scripts would fill. */
    SCRIPT_ONLY,
    /** No JSON-LD on the home page. */
    NO_JSON_LD,
    /** Nothing but an offer to sell the domain. */
    PARKED
}
