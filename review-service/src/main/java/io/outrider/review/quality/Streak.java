package io.outrider.review.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of reviewing without a pause.
 *
 * @param since when it began; null where somebody does not review at the moment
 */
public record Streak(@Nullable Instant since, Duration length) {

    /** Who does nothing for longer than this has had a pause. */
    public static final Duration PAUSE = Duration.ofMinutes(5);

    /** After this long it is time for one. */
    public static final Duration LONG_ENOUGH = Duration.ofMinutes(25);

    private static final Streak NONE = new Streak(null, Duration.ZERO);

    /** @param signs of reviewing, newest first, none after {@code now} */
    static Streak of(List<Instant> signs, Instant now) {
        var begin = now;
        for (var sign : signs) {
            if (Duration.between(sign, begin).compareTo(PAUSE) > 0) {
                break;
            }
            begin = sign;
        }
        var nothing = signs.isEmpty() || begin.equals(now) && !signs.getFirst().equals(now);
        return nothing ? NONE : new Streak(begin, Duration.between(begin, now));
    }

    public boolean takeABreak() {
        return length.compareTo(LONG_ENOUGH) >= 0;
    }
}
