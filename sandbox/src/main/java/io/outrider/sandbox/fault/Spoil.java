package io.outrider.sandbox.fault;

/** How an answer is spoilt. All but the first two touch only what the model says. */
public enum Spoil {
    NONE,
    /** The body breaks off in the middle of its JSON. */
    MALFORMED_JSON,
    /** Valid JSON that is not of the schema asked for. */
    WRONG_SCHEMA,
    /** The right JSON inside a Markdown code fence. */
    MARKDOWN_JSON,
    /** The first quote is one that stands in no page. */
    FABRICATED_QUOTE,
    /** The first message gets a sentence that no fact carries. */
    UNSUPPORTED_SENTENCE,
    /** The first answer is a sure yes that rests on a fact nobody gave. */
    INVENTED_FACT,
    /** The model obeys text in a page: the first claim is what the page told it to say. */
    OBEY_PAGE
}
