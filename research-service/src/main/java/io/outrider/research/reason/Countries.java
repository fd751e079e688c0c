package io.outrider.research.reason;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** ISO 3166-1 alpha-2 codes of countries by code or English name. */
final class Countries {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    static Optional<String> code(String text) {
        var upper = text.strip().toUpperCase(Locale.ROOT);
        return CODES.contains(upper)
                ? Optional.of(upper)
                : Optional.ofNullable(BY_NAME.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        Arrays.stream(Locale.getISOCountries())
                .forEach(code -> names.put(
                        Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code));
        names.put("usa", "US");
        names.put("uk", "GB");
        names.put("great britain", "GB");
        names.put("england", "GB");
        names.put("the netherlands", "NL");
        names.put("czech republic", "CZ");
        return Map.copyOf(names);
    }
}
