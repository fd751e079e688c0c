package io.outrider.cli.bench;

import io.outrider.cli.output.CliFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is driven.
 *
 * @param concurrency accounts in flight at once; with a rate, of the warm-up only
 * @param rate single runs started a second, however many are under way; 0 keeps {@code concurrency} in flight instead
 * @param modelLatency how long the simulated model takes for each answer
 * @param pageKb how large the accounts' pages are
 * @param reviewShare of the enrolments a reviewer decides, 0.01 to 1; the policy grants the others
 * @param warmup accounts before the measured ones
 * @param firstAccount number of the first account
 */
public record BenchOptions(
        int accounts,
        int concurrency,
        double rate,
        Duration modelLatency,
        Range pageKb,
        double reviewShare,
        Optional<Kill> kill,
        int warmup,
        int firstAccount) {

    public BenchOptions {
        if (accounts < 1 || concurrency < 1 || warmup < 0 || rate < 0 || modelLatency.isNegative()) {
            throw new CliFailure(
                    "--accounts and --concurrency must be 1 or more, --warmup and --model-latency not negative");
        }
    }

    /** Both ends belong to it. */
    public record Range(int from, int to) {

        private static final Pattern FORM = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

        public static Range parse(String text) {
            var match = FORM.matcher(text);
            if (!match.matches()) {
                throw new CliFailure("\"" + text + "\" is not a range like 1-30");
            }
            var from = Integer.parseInt(match.group(1));
            var to = match.group(2) == null ? from : Integer.parseInt(match.group(2));
            if (from < 1 || to < from) {
                throw new CliFailure("\"" + text + "\" is not a range like 1-30");
            }
            return new Range(from, to);
        }
    }

    /** "20/s" or "20". */
    public static double rate(String text) {
        var match = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)(?:/s)?").matcher(text);
        if (!match.matches()) {
            throw new CliFailure("\"" + text + "\" is not a rate like 20/s");
        }
        return Double.parseDouble(match.group(1));
    }

    /** "200ms", "1s", "0". */
    public static Duration duration(String text) {
        var match = Pattern.compile("(\\d{1,7})(ms|s|)").matcher(text);
        if (!match.matches() || (match.group(2).isEmpty() && !text.equals("0"))) {
            throw new CliFailure("\"" + text + "\" is not a time like 200ms or 2s");
        }
        var number = Long.parseLong(match.group(1));
        return match.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
    }
}
