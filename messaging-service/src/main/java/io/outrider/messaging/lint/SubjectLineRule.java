package io.outrider.messaging.lint;

import java.util.regex.Pattern;

/** A subject there is, short enough to be read, and that does not pretend to be an answer. */
final class SubjectLineRule implements LintRule {

    static final int MAX_CHARS = 78;

    private static final Pattern FAKE_REPLY = Pattern.compile(
            "^\\s*(?:\\[[^\\]]*\\]\\s*)?(?:re|fwd?|aw|wg|antw|sv|vs)\\s*(?:\\[\\d+\\]|\\(\\d+\\))?\\s*[:\uFF1A].*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void inspect(Inspection message) {
        var subject = message.subject();
        if (subject.isBlank()) {
            message.error("EMPTY_SUBJECT", Finding.WHOLE_STEP, "", "the message has no subject");
        } else if (subject.codePointCount(0, subject.length()) > MAX_CHARS) {
            message.error("TOO_LONG_SUBJECT", Finding.WHOLE_STEP, subject, "over " + MAX_CHARS + " characters");
        }
        if (FAKE_REPLY.matcher(subject).matches()) {
            message.error("FAKE_REPLY", Finding.WHOLE_STEP, subject, "it answers or forwards nothing");
        }
    }
}
