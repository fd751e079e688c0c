package io.outrider.orchestrator.library.yaml;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Words for problems: what was expected, and what the author may have meant. */
final class Suggestion {

    private static final int NEAR = 3;
    private static final int EXCERPT = 40;

    private Suggestion() {}

    static String unknownKey(String key, Descriptor message) {
        var near = message.getFields().stream()
                .map(FieldDescriptor::getName)
                .min(Comparator.comparingInt(name -> distance(key, name)))
                .filter(name -> distance(key, name) <= NEAR)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
        return "unknown key " + excerpt(key) + " in " + message.getName() + near;
    }

    static String expected(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> "text";
            case BOOLEAN -> "true or false";
            case INT, LONG -> "a whole number";
            case FLOAT, DOUBLE -> "a number";
            case ENUM -> "one of " + names(field.getEnumType());
            case MESSAGE, BYTE_STRING -> "keys with values";
        };
    }

    /** "FIT_TYPE_" of the enum FitType: authors may leave it away. */
    static String enumPrefix(EnumDescriptor type) {
        return type.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT) + "_";
    }

    static String excerpt(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return "\"" + (line.length() > EXCERPT ? line.substring(0, EXCERPT) + "..." : line) + "\"";
    }

    private static String names(EnumDescriptor type) {
        var prefix = enumPrefix(type);
        return type.getValues().stream()
                .filter(value -> value.getNumber() != 0)
                .map(value -> value.getName().substring(prefix.length()))
                .collect(Collectors.joining(", "));
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > NEAR) {
            return Integer.MAX_VALUE;
        }
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
