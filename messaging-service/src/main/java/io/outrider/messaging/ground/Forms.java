package io.outrider.messaging.ground;

import java.util.regex.Pattern;

/** The shapes of sentence that assert nothing: what a sentence has to look like to count as an opinion. */
public final class Forms {

    private static final String OFFER_VERBS =
            "(?:share|send|show|walk|explain|tell|call|come|keep|stop|leave|point|answer"
                    + "|tailor|drop|write|reach|follow|ask|understand|imagine|see|close|try|step|be brief|be back)";
    private static final Pattern GREETING = Pattern.compile(
            "(?i)(?:hi|hello|hey|dear|good (?:morning|afternoon|day))(?: [\\p{L}\\p{M}.'-]+){0,4} ?[,!.]?");
    private static final String SIGN_OFF =
            "(?:(?:best|kind|warm) (?:regards|wishes)|best|regards|sincerely|cheers|thanks|thank you|yours)[,.]?";
    private static final Pattern SIGN_OFF_LINE = Pattern.compile("(?i)" + SIGN_OFF + "(?:\\s.{0,80})?", Pattern.DOTALL);
    private static final Pattern VIEW = Pattern.compile("(?i)(?:"
            + "(?:i|we)(?: just| also| only| really| do)? (?:think|believe|suspect|guess|hope|imagine|wonder|suppose|assume"
            + "|thought|would|could|might|may|aim|am curious|am wondering|was wondering|was curious|am happy|are happy"
            + "|would love|ask|do not know|don't know|won't|will not)\\b.*"
            + "|(?:i|we)'(?:d|m|re) (?:like|love|be|happy|glad|curious|wondering|guess|keen|not sure|rather|say|suggest)\\b.*"
            + "|(?:i|we)(?:'ll| will| can) (?:gladly |happily |just |not )?" + OFFER_VERBS + "\\b.*"
            + "|(?:what we aim for|our aim|my guess|my view|in my view|our view|the idea behind|my thought|my idea|my hope|one idea|one thought"
            + "|my question|a question|the question)\\b.*"
            + "|(?:happy|glad|curious|keen) to\\b.*|(?:feel free|let me know|just reply|reply with|no pressure|no rush"
            + "|no hard feelings|no need|(?:thanks|thank you)(?: (?:in advance|for reading|for your time))?[.!,]?$|worth a|perhaps|maybe|please|all the best)\\b.*"
            + "|if\\b.*|" + SIGN_OFF + ")");

    private Forms() {}

    public static boolean isGreeting(String plain) {
        return GREETING.matcher(plain.strip()).matches();
    }

    public static boolean isQuestion(String plain) {
        return plain.stripTrailing().endsWith("?");
    }

    /** An offer, a wish, or a view that says it is one. */
    static boolean isView(String plain) {
        return VIEW.matcher(plain.strip()).matches();
    }

    /** The end of a letter, with or without a name under it. */
    public static boolean isSignOff(String text) {
        return SIGN_OFF_LINE.matcher(text.strip()).matches();
    }
}
