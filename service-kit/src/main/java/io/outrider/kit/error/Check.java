package io.outrider.kit.error;

import java.util.regex.Pattern;

/** Checks of request fields. Each throws {@link InvalidField} that names the field as the proto does. */
public final class Check {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9:_-]{1,128}");

    private Check() {}

    public static String requestId(String value) {
        if (!REQUEST_ID.matcher(value).matches()) {
            throw new InvalidField("request_id", "must be 1 to 128 characters of A-Z a-z 0-9 : _ -");
        }
        return value;
    }

    public static String notBlank(String value, String field) {
        if (value.isBlank()) {
            throw new InvalidField(field, "must not be empty");
        }
        return value;
    }

    public static String atMost(String value, int chars, String field) {
        if (value.length() > chars) {
            throw new InvalidField(field, "must be at most " + chars + " characters, has " + value.length());
        }
        return value;
    }

    public static int between(int value, int min, int max, String field) {
        if (value < min || value > max) {
            throw new InvalidField(field, "must be " + min + " to " + max + ", is " + value);
        }
        return value;
    }

    public static void that(boolean holds, String field, String problem) {
        if (!holds) {
            throw new InvalidField(field, problem);
        }
    }
}
