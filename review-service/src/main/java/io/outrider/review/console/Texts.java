package io.outrider.review.console;

import com.google.protobuf.Timestamp;
import io.outrider.kit.time.Timestamps;
import io.outrider.review.v1.Gate;
import io.outrider.review.v1.Lane;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values in words for a person. */
final class Texts {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern LONG_DECIMALS = Pattern.compile("\\d+\\.\\d{3,}");

    private Texts() {}

    static String lane(Gate gate) {
        return switch (gate) {
            case GATE_MANDATORY -> "Mandatory";
            case GATE_BATCH_REVIEW -> "Batch";
            case GATE_SPOT_CHECK -> "Spot check";
            case GATE_AUTONOMOUS -> "Autonomous";
            case GATE_UNSPECIFIED, UNRECOGNIZED -> "Unknown";
        };
    }

    /** Where a reviewer finds it; a decided item by the gate that it went through. */
    static String lane(Lane lane, Gate gate) {
        return switch (lane) {
            case LANE_MANDATORY -> "Mandatory";
            case LANE_BATCH -> "Batch";
            case LANE_SPOT_CHECK -> "Spot check";
            case LANE_PARTIAL -> "Failed or partial";
            case LANE_UNKNOWN_OUTCOME -> "Unknown outcome";
            case LANE_UNSPECIFIED, UNRECOGNIZED -> lane(gate);
        };
    }

    /** For URLs and styles, for example "spot-check". */
    static String laneKey(Lane lane, Gate gate) {
        var name = switch (lane) {
            case LANE_MANDATORY, LANE_BATCH, LANE_SPOT_CHECK, LANE_PARTIAL, LANE_UNKNOWN_OUTCOME ->
                words(lane.name(), "LANE_");
            case LANE_UNSPECIFIED, UNRECOGNIZED -> lane(gate).toLowerCase(Locale.ROOT);
        };
        return name.replace(' ', '-');
    }

    /** "matrix:high+irreversible" as "Matrix: high, irreversible". */
    static String rule(String rule) {
        var words = rule.replace('-', ' ').replace(":", ": ").replace("+", ", ");
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A reason with its figures to two decimals. */
    static String detail(String detail) {
        return LONG_DECIMALS
                .matcher(detail)
                .replaceAll(number -> new BigDecimal(number.group())
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString());
    }

    /** "ITEM_STATE_AUTO_GRANTED" in lower-case words. */
    static String words(String name, String prefix) {
        return name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** "ALREADY_IN_TOUCH" in lower-case words. */
    static String plain(String name) {
        return words(name, "");
    }

    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** The time of day. */
    static String second(Instant time) {
        return SECOND.format(time);
    }

    /** To the second, in UTC. */
    static String instant(Instant time) {
        return INSTANT.format(time);
    }

    static int percent(double share) {
        return (int) Math.round(share * 100);
    }

    static String age(Timestamp since, Instant now) {
        return age(Timestamps.toInstant(since), now);
    }

    static String age(Instant since, Instant now) {
        return length(Duration.between(since, now));
    }

    static String length(Duration age) {
        if (age.toMinutes() < 60) {
            return Math.max(0, age.toMinutes()) + " min";
        }
        return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " days";
    }

    static String minute(Timestamp time) {
        return MINUTE.format(Timestamps.toInstant(time));
    }

    /** Empty where it is not set. */
    static String day(Timestamp time) {
        return time.getSeconds() == 0 ? "" : DAY.format(Timestamps.toInstant(time));
    }

    /** The URL, where a browser may open it; empty for any other. */
    static String link(String url) {
        var lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? url : "";
    }
}
