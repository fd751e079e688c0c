package io.outrider.orchestrator.agent;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings under {@code outrider.service.*}: who this service is to the others. */
@ConfigMapping(prefix = "outrider.service")
public interface AgentConfig {

    /** Holds a JWT of role service for every workspace. Read again when the file changes. */
    Optional<Path> tokenFile();
}
