package io.outrider.orchestrator.agent;

import io.outrider.kit.error.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token this service shows to the others. Whoever mints tokens replaces the file; no restart is needed. */
@ApplicationScoped
class ServiceToken {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Optional<Path> file;
    private final Clock clock;
    private volatile @Nullable Read last;

    ServiceToken(AgentConfig config, Clock clock) {
        this.file = config.tokenFile();
        this.clock = clock;
    }

    /** @throws Unavailable where there is no file, or it cannot be read */
    String value() {
        var now = clock.instant();
        var known = last;
        if (known != null && now.isBefore(known.looked().plus(LOOK_EVERY))) {
            return known.token();
        }
        var path = file.orElseThrow(() -> missing("OUTRIDER_SERVICE_TOKEN_FILE is not set"));
        try {
            var changed = Files.getLastModifiedTime(path);
            var token = known != null && known.changed().equals(changed)
                    ? known.token()
                    : Files.readString(path).strip();
            last = new Read(token, changed, now);
            return token;
        } catch (IOException e) {
            throw missing("The service token file cannot be read");
        }
    }

    private static Unavailable missing(String why) {
        return new Unavailable("NO_SERVICE_TOKEN", why, Duration.ofSeconds(5));
    }

    private record Read(String token, FileTime changed, Instant looked) {}
}
