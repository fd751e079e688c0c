package io.outrider.orchestrator.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.SequencerConfig.Kind;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Judge;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Providers count by token: what shares one shares its limit, whatever it is called. */
class EnrolmentVendorsTest {

    private static final Effect ENROLMENT = new Effect(
            "sequence.enrol",
            "{\"sequenceId\":\"1\",\"contact\":{\"email\":\"a@b.example\"},\"steps\":[{\"body\":\"b\"}]}"
                    .getBytes(StandardCharsets.UTF_8),
            "key",
            "ws",
            "grt_1");

    private final List<String> closed = new ArrayList<>();

    @Test
    void sharesTheLimitOfTheCrmWhereItUsesItsToken() {
        assertThat(limit(Kind.HUBSPOT, Optional.empty())).isEqualTo(Carrier.limit("hubspot", "crm-token"));
    }

    @Test
    void hasALimitOfItsOwnWithATokenOfItsOwn() {
        assertThat(limit(Kind.HUBSPOT, Optional.of("other"))).isNotEqualTo(Carrier.limit("hubspot", "crm-token"));
        assertThat(limit(Kind.OUTREACH, Optional.of("crm-token")))
                .isNotEqualTo(Carrier.limit("hubspot", "crm-token"))
                .doesNotContain("crm-token");
    }

    @Test
    void closesWhatItIsCountedBy() {
        var carrier = vendors(Kind.HUBSPOT, Optional.empty())
                .on(
                        call -> new Answer.Complete(429, Map.of(), new byte[0]),
                        at -> new Alone(),
                        new Judge(Clock.systemUTC()));

        carrier.connector().execute(ENROLMENT);

        assertThat(closed).containsExactly(Carrier.limit("hubspot", "crm-token"));
    }

    private String limit(Kind kind, Optional<String> token) {
        return vendors(kind, token)
                .on(call -> new Answer.NotSent(""), at -> new Alone(), new Judge(Clock.systemUTC()))
                .limit();
    }

    private EnrolmentVendors vendors(Kind kind, Optional<String> token) {
        return new EnrolmentVendors(new Crm(), new Sequencer(kind, token), new Closed(), Clock.systemUTC());
    }

    private static final class Crm implements CrmConfig {
        @Override
        public Optional<URI> baseUrl() {
            return Optional.of(URI.create("https://crm.example"));
        }

        @Override
        public Optional<String> token() {
            return Optional.of("crm-token");
        }

        @Override
        public List<String> fields() {
            return List.of();
        }
    }

    private record Sequencer(Kind kind, Optional<String> token) implements SequencerConfig {
        @Override
        public Optional<URI> baseUrl() {
            return Optional.of(URI.create("https://sequencer.example"));
        }

        @Override
        public Optional<String> senderEmail() {
            return Optional.of("mara@vendor.example");
        }

        @Override
        public Optional<String> userId() {
            return Optional.empty();
        }

        @Override
        public String enrolmentPath() {
            return "/enrollments";
        }

        @Override
        public int messages() {
            return 8;
        }

        @Override
        public Optional<String> mailboxId() {
            return Optional.empty();
        }
    }

    private final class Closed implements Limits {
        @Override
        public void close(String limit, Instant until) {
            closed.add(limit);
        }

        @Override
        public Optional<Instant> closedUntil(String limit) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> take(String limit, int perMinute) {
            return Optional.empty();
        }
    }
}
