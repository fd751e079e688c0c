package io.outrider.orchestrator.rest.agents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.kit.error.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Answers as the bytes that are sent and kept. */
@ApplicationScoped
class AgentJson {

    private final ObjectMapper mapper;
    private final Clock clock;

    AgentJson(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    byte[] of(AgentCall call, AgentKind agent, Answered answered) {
        return bytes(AgentEnvelope.of(call.requestId(), answered, revision(call, agent), clock.instant()));
    }

    byte[] of(AgentCall call, AgentKind agent, Failure failure) {
        return bytes(AgentEnvelope.of(call.requestId(), failure, revision(call, agent), clock.instant()));
    }

    private static @Nullable Long revision(AgentCall call, AgentKind agent) {
        return agent.needsLibrary() ? Long.valueOf(call.revision()) : null;
    }

    private byte[] bytes(AgentEnvelope envelope) {
        try {
            return mapper.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
