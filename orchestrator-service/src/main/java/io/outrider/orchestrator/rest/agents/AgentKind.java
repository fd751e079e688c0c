package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.InvalidField;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The agents that can be called by name. */
enum AgentKind {
    ENRICH_COMPANY("enrich-company", false),
    ENRICH_PERSON("enrich-person", false),
    QUALIFY_COMPANY("qualify-company", true),
    QUALIFY_PERSON("qualify-person", true),
    SEQUENCE("sequence", true),
    CALL_PREP("call-prep", true),
    PROSPECTOR("prospector", false);

    private final String word;
    private final boolean library;

    AgentKind(String word, boolean library) {
        this.word = word;
        this.library = library;
    }

    /** As paths and bodies name it. */
    String word() {
        return word;
    }

    /** Whether it judges or writes by the workspace's library. */
    boolean needsLibrary() {
        return library;
    }

    /** @throws InvalidField where there is no such agent */
    static AgentKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidField("agent", "must be one of " + words()));
    }

    static String words() {
        return Arrays.stream(values()).map(AgentKind::word).collect(Collectors.joining(", "));
    }
}
