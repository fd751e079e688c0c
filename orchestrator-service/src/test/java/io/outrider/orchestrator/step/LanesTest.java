package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.security.Lane;
import io.outrider.orchestrator.v1.Run;
import org.junit.jupiter.api.Test;

class LanesTest {

    @Test
    void putsARunThatATriggerStartedBehindThoseThatSomebodyWaitsFor() {
        assertThat(Lanes.of(Run.newBuilder().setFiringId("fir_1").build())).isEqualTo(Lane.BATCH);
        assertThat(Lanes.of(Run.newBuilder().setBatchId("bat_1").build())).isEqualTo(Lane.BATCH);
        assertThat(Lanes.of(Run.getDefaultInstance())).isEqualTo(Lane.INTERACTIVE);
    }
}
