package io.outrider.orchestrator.intake;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.outrider.type.v1.Account;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes and characters of what a caller wrote. */
final class TextLimits {

    static final int MAX_CHARS = 1_000;
    static final int MAX_NAME_CHARS = 200;
    static final int MAX_ATTRIBUTES = 50;
    private static final int MAX_KEY_CHARS = 100;

    private static final Set<String> NAMES = Set.of("name", "first_name", "last_name");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");

    private TextLimits() {}

    /** The first thing wrong with any text of the message; null where all are fine. */
    static AccountIntake.Checked.@Nullable Refused problem(Message message) {
        for (var field : message.getDescriptorForType().getFields()) {
            if (field.getJavaType() == FieldDescriptor.JavaType.STRING && !field.isRepeated()) {
                var limit = NAMES.contains(field.getName()) ? MAX_NAME_CHARS : MAX_CHARS;
                var problem = problem(field.getName(), (String) message.getField(field), limit, CONTROL);
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    static AccountIntake.Checked.@Nullable Refused attributes(Account account) {
        if (account.getAttributesCount() > MAX_ATTRIBUTES) {
            return new AccountIntake.Checked.Refused(
                    "FIELD_TOO_LONG", "attributes has more than " + MAX_ATTRIBUTES + " entries");
        }
        for (var entry : account.getAttributesMap().entrySet()) {
            var key = problem("an attribute's name", entry.getKey(), MAX_KEY_CHARS, CONTROL);
            var value = problem("attributes." + shown(entry.getKey()), entry.getValue(), MAX_CHARS, CONTROL_BUT_LINES);
            if (key != null || value != null) {
                return key != null ? key : value;
            }
        }
        return null;
    }

    private static AccountIntake.Checked.@Nullable Refused problem(String name, String text, int limit, Pattern bad) {
        if (text.length() > limit) {
            return new AccountIntake.Checked.Refused(
                    "FIELD_TOO_LONG",
                    "%s has %,d characters; at most %,d are allowed".formatted(name, text.length(), limit));
        }
        return bad.matcher(text).find()
                ? new AccountIntake.Checked.Refused("CONTROL_CHARACTERS", name + " has control characters")
                : null;
    }

    private static String shown(String key) {
        var line = CONTROL.matcher(key).replaceAll(" ");
        return line.length() > 40 ? line.substring(0, 40) + "..." : line;
    }
}
