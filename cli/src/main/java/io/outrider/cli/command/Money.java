package io.outrider.cli.command;

import io.outrider.cli.output.CliFailure;
import java.math.BigDecimal;
import java.util.Locale;

/** US dollars as people read and type them. */
final class Money {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Money() {}

    static String of(long microUsd) {
        return String.format(Locale.ROOT, "$%.4f", microUsd / 1e6);
    }

    /** @throws CliFailure where it is no amount */
    static long microUsd(String dollars) {
        try {
            var amount = new BigDecimal(dollars.strip().replaceFirst("^\\$", ""));
            return amount.multiply(MILLION).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new CliFailure("\"" + dollars + "\" is no amount of US dollars with at most six decimals");
        }
    }
}
