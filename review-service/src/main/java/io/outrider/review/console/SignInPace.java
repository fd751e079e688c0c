package io.outrider.review.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outrider.kit.error.Exhausted;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Slows down whoever tries to sign in again and again. Counted per address and process, in windows of a minute. */
@ApplicationScoped
class SignInPace {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final ConsoleConfig config;
    private final Clock clock;
    private final Cache<String, Window> windows =
            Caffeine.newBuilder().maximumSize(100_000).build();

    SignInPace(ConsoleConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @throws Exhausted where this address has tried too often */
    void count(HttpServerRequest request) {
        var address = request.remoteAddress();
        count(address == null ? "" : String.valueOf(address.hostAddress()));
    }

    void count(String address) {
        var now = clock.instant();
        var window = windows.asMap().merge(address, new Window(now, 1), (old, fresh) -> old.next(now));
        if (window.tries() > config.signInsPerMinute()) {
            var wait = Duration.between(now, window.began().plus(WINDOW));
            throw new Exhausted("TOO_MANY_SIGN_INS", "Too many tries from your address: wait a minute", wait);
        }
    }

    private record Window(Instant began, int tries) {
        Window next(Instant now) {
            return now.isBefore(began.plus(WINDOW)) ? new Window(began, tries + 1) : new Window(now, 1);
        }
    }
}
