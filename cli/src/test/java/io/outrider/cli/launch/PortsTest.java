package io.outrider.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void findsFreePortsThatDiffer() {
        assertThat(Ports.take(0, 20)).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.take(port, 1))
                    .isInstanceOf(CliFailure.class)
                    .hasMessageContaining("Port " + port);
        }
    }
}
