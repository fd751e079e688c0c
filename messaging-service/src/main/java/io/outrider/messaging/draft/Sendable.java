package io.outrider.messaging.draft;

import java.util.regex.Pattern;

/** Which values found on the web may stand in a message: short ones, in plain characters, that look like nothing else. */
final class Sendable {

    private static final Pattern ODD = Pattern.compile(
            "[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}<>{}\\[\\]|\\\\%$\"\u201C\u201D\u201E\u00AB\u00BB@]|://|www\\.");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}]\\.\\p{L}{2,}");
    private static final Pattern ORDER = Pattern.compile(
            "(?i)\\b(?:ignore|disregard|instruction|instructions|prompt|system message|you must|assistant|as an ai)\\b");

    private Sendable() {}

    static boolean is(String value, int maxChars) {
        return !value.isBlank()
                && value.length() <= maxChars
                && !ODD.matcher(value).find()
                && !HOST.matcher(value).find()
                && !ORDER.matcher(value).find();
    }
}
