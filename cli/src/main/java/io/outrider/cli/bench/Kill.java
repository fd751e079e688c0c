package io.outrider.cli.bench;

import io.outrider.cli.launch.Part;
import io.outrider.cli.output.CliFailure;
import java.util.regex.Pattern;

/**
 * One crash during the load: SIGKILL to a service when so many accounts have ended, and a start right after.
 *
 * @param percent of the accounts, 1 to 99
 */
public record Kill(Part part, int percent) {

    private static final Pattern FORM = Pattern.compile("([a-z]+)@(\\d{1,2})%?");

    /** @param text for example "orchestrator@40%" */
    public static Kill parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches() || match.group(2).equals("0")) {
            throw new CliFailure("\"" + text + "\" does not say what to kill when: write SERVICE@40%");
        }
        var part = Part.of(match.group(1))
                .filter(Part.services()::contains)
                .orElseThrow(() -> new CliFailure("There is no service \"" + match.group(1) + "\""));
        return new Kill(part, Integer.parseInt(match.group(2)));
    }
}
