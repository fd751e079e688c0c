package io.outrider.cli.accounts;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what people put into a column named "domain". */
final class Domains {

    private static final Pattern LABELS =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z][a-z0-9-]{0,61}[a-z0-9])");
    private static final int LONGEST = 253;

    private Domains() {}

    /** "https://www.Acme.example/about" is "acme.example". Empty where no domain can be read from it. */
    static Optional<String> read(String text) {
        var host = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("[/?#].*$", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("\\.$", "");
        return ascii(host)
                .filter(name -> name.length() <= LONGEST && LABELS.matcher(name).matches());
    }

    private static Optional<String> ascii(String host) {
        try {
            return Optional.of(IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
