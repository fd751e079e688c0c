package io.outrider.orchestrator.library.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who owns an account, by its country: the setting "owners", for example "DE=1001, AT=1001, *=1009". One reading for who
 * checks and who routes.
 *
 * @param problems what cannot be read, in words for the author
 */
public record OwnerRules(Map<String, String> byPlace, List<String> problems) {

    public static final String SETTING = "owners";

    private static final String ANYWHERE = "*";
    private static final Pattern PLACE = Pattern.compile("[A-Z]{2}|\\*");
    private static final Pattern OWNER = Pattern.compile("[0-9]{1,20}");

    public OwnerRules {
        byPlace = Map.copyOf(byPlace);
        problems = List.copyOf(problems);
    }

    public static OwnerRules of(String text) {
        var byPlace = new LinkedHashMap<String, String>();
        var problems = new ArrayList<String>();
        for (var rule : text.split(",", -1)) {
            var sides = rule.split("=", 2);
            var place = sides[0].strip().toUpperCase(Locale.ROOT);
            var owner = sides.length == 2 ? sides[1].strip() : "";
            if (!PLACE.matcher(place).matches() || !OWNER.matcher(owner).matches()) {
                problems.add(
                        "\"" + Vocabulary.shown(rule.strip())
                                + "\" is no rule such as DE=1001 or *=1009: a country's two letters, and the CRM's number of the owner");
            } else if (byPlace.putIfAbsent(place, owner) != null) {
                problems.add("\"" + place + "\" has two owners");
            }
        }
        return new OwnerRules(byPlace, problems);
    }

    /** Empty where no rule names the country, nor anywhere. */
    public Optional<String> owner(String country) {
        return Optional.ofNullable(byPlace.get(country.strip().toUpperCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(byPlace.get(ANYWHERE)));
    }
}
