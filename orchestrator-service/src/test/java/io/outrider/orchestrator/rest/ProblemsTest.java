package io.outrider.orchestrator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.error.Exhausted;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void saysWhenToComeBack() {
        var exhausted = problems.failure(new Exhausted("TOO_MANY_CALLS", "Too often", Duration.ofMillis(1200)));
        var unavailable = problems.failure(new Unavailable("DOWN", "Down", Duration.ofMillis(1)));

        assertThat(exhausted.getStatus()).isEqualTo(429);
        assertThat(exhausted.getHeaderString("Retry-After")).isEqualTo("2");
        assertThat(unavailable.getStatus()).isEqualTo(503);
        assertThat(unavailable.getHeaderString("Retry-After")).isEqualTo("1");
    }

    @Test
    void namesFieldsAsTheCallerWroteThem() {
        var response = problems.failure(new InvalidField("options.playbook_id", "names no playbook"));

        assertThat(response.getEntity()).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.detail()).isEqualTo("playbook names no playbook");
            assertThat(problem.violations())
                    .extracting(Problem.Violation::field)
                    .containsExactly("playbook");
        });
    }

    @Test
    void findsOurFailureInsideAnother() {
        assertThat(problems.unexpected(new IllegalStateException(new NotFound("run", "run_1")))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void tellsNothingOfWhatItDoesNotExpect() {
        var response = problems.unexpected(new IllegalStateException("jdbc:secret"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(String.valueOf(response.getEntity())).doesNotContain("secret");
    }
}
