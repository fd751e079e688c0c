package io.outrider.orchestrator.run.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.run.Asked;
import org.junit.jupiter.api.Test;

class LatelyTest {

    private final Lately lately = new Lately(2);

    @Test
    void knowsARequestByWhoMadeItAndItsId() {
        lately.accepted(asked("anna", "r1"));

        assertThat(lately.has(asked("anna", "r1"))).isTrue();
        assertThat(lately.has(asked("bert", "r1"))).isFalse();
        assertThat(lately.has(asked("anna", "r2"))).isFalse();
    }

    @Test
    void forgetsTheOldest() {
        lately.accepted(asked("anna", "r1"));
        lately.accepted(asked("anna", "r2"));
        lately.accepted(asked("anna", "r3"));

        assertThat(lately.has(asked("anna", "r1"))).isFalse();
        assertThat(lately.has(asked("anna", "r3"))).isTrue();
    }

    private static Asked asked(String caller, String id) {
        return new Asked("acme", caller, id, new byte[32]);
    }
}
