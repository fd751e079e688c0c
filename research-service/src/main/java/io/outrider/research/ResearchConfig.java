package io.outrider.research;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings under {@code outrider.crawler.*}. A bad value stops the service at its start. */
@ConfigMapping(prefix = "outrider.crawler")
public interface ResearchConfig {

    /** Sent with every request; what stands before the slash is the name that robots.txt files address. */
    @WithDefault("OutriderBot/0.1 (+https://outrider.invalid/bot)")
    String userAgent();

    /** Between two requests to one host. */
    @WithDefault("PT1S")
    Duration delay();

    /** Of one page after decompression, in bytes. */
    @WithDefault("2097152")
    int maxBytes();

    /** Of one request, from connecting to the last byte. */
    @WithDefault("PT15S")
    Duration requestTimeout();

    /** Of one visit to a site. */
    @WithDefault("PT90S")
    Duration siteTimeout();

    /** {@code pattern=host:port}: reached there by plain HTTP, past the address guard. For tests and demonstrations only. */
    Optional<List<String>> hostOverrides();
}
