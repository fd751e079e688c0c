package io.outrider.cli.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Proto enums as people read and type them: without their prefix, in lower case. */
public final class Enums {

    private Enums() {}

    public static String shown(Enum<?> value) {
        var name = value.name();
        var prefix = prefix(value.getDeclaringClass());
        var bare = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        return bare.equals("UNSPECIFIED") ? "-" : bare.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** @throws CliFailure naming what there is */
    public static <E extends Enum<E>> E parse(Class<E> type, String text) {
        var wanted = prefix(type)
                + text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(wanted) && !wanted.endsWith("_UNSPECIFIED"))
                .findFirst()
                .orElseThrow(() -> new CliFailure("\"" + text + "\" is none of " + choices(type)));
    }

    private static <E extends Enum<E>> String choices(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value ->
                        value.name().startsWith(prefix(type)) && !value.name().endsWith("_UNSPECIFIED"))
                .map(value -> shown(value).replace(' ', '-'))
                .collect(Collectors.joining(", "));
    }

    /** RunState has RUN_STATE_. */
    private static String prefix(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
    }
}
