package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.util.List;
import java.util.regex.Pattern;

/** The lines that the reader made of a page's structured data, for example "Organization employees: 240". */
final class DataLineRule implements Rule {

    private static final Pattern LINE =
            Pattern.compile("^(?<label>Organization [a-z ]{3,20}|Product|Job posting|Industry): (?<value>.{1,400})$");
    private static final Pattern YEAR = Pattern.compile("^(1[5-9]\\d\\d|20[0-4]\\d)");
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,7}$");
    private static final double DECLARED = 0.9;

    @Override
    public List<String> triggers() {
        return List.of("organization", "product", "job", "industry");
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        var line = sentence.matcher(LINE);
        if (!line.find()) {
            return;
        }
        var value = line.group("value");
        switch (line.group("label")) {
            case "Organization description" -> found.add(sentence, Predicate.DESCRIPTION, value, DECLARED);
            case "Organization industry", "Industry" ->
                found.add(sentence, Predicate.INDUSTRY, value.replaceFirst("\\.$", ""), DECLARED);
            case "Organization employees" -> matching(sentence, found, Predicate.EMPLOYEE_COUNT, NUMBER, value);
            case "Organization founded" -> matching(sentence, found, Predicate.FOUNDED_YEAR, YEAR, value);
            case "Organization city" -> found.add(sentence, Predicate.HEADQUARTERS, value, DECLARED);
            case "Organization country" ->
                Countries.code(value)
                        .ifPresent(code -> found.add(
                                sentence,
                                Predicate.COUNTRY_CODE,
                                code,
                                DECLARED,
                                !code.equals(value),
                                sentence.page().asOf()));
            case "Organization email" -> found.add(sentence, Predicate.CONTACT_EMAIL, value, DECLARED);
            case "Product" -> found.add(sentence, Predicate.PRODUCT, value, DECLARED);
            case "Job posting" -> found.add(sentence, Predicate.HIRING_FOR, value.split(" \\| ", 2)[0], DECLARED);
            default -> {
                // Names, addresses and awards are for readers and models.
            }
        }
    }

    private static void matching(Sentence sentence, Findings found, Predicate predicate, Pattern shape, String value) {
        var matcher = shape.matcher(value);
        if (matcher.find()) {
            found.add(sentence, predicate, matcher.group(), DECLARED);
        }
    }
}
