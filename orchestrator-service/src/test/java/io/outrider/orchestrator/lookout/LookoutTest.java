package io.outrider.orchestrator.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rests are counted and not taken; a test that hangs has shown a rest that nothing ended. */
@Timeout(20)
class LookoutTest {

    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final List<Object> passed = new ArrayList<>();
    private final RuntimeException failure = new IllegalStateException("down");

    @Test
    void restsBeforeEachLook() {
        follow(lookout(() -> passed.add("look")), 2);

        assertThat(passed).containsExactly(REST, "look", REST, "look");
    }

    @Test
    void looksAgainAfterAFailureAndTellsIt() {
        follow(lookout(this::fail), 2);

        assertThat(passed).containsExactly(REST, failure, REST, failure);
    }

    @Test
    void restsLongerAfterEachFailureUpToTheLongest() {
        follow(new Lookout("test", REST, LONGEST, this::fail, passed::add), 4);

        assertThat(passed)
                .filteredOn(Duration.class::isInstance)
                .containsExactly(REST, Duration.ofSeconds(4), LONGEST, LONGEST);
    }

    @Test
    void restsAsUsualAfterALookThatWent() {
        var looks = new ArrayList<Lookout.Look>(List.of(this::fail, this::fail, () -> {}, this::fail));
        follow(new Lookout("test", REST, LONGEST, () -> looks.removeFirst().look(), passed::add), 4);

        assertThat(passed)
                .filteredOn(Duration.class::isInstance)
                .containsExactly(REST, Duration.ofSeconds(4), LONGEST, REST);
    }

    @Test
    void restsAsLongAsTheLookSaidAlthoughItFailedLater() {
        var lookout = new Lookout[1];
        lookout[0] = new Lookout("test", REST, LONGEST, () -> shorten(lookout[0]), passed::add);

        follow(lookout[0], 3);

        assertThat(passed)
                .filteredOn(Duration.class::isInstance)
                .containsExactly(REST, Duration.ofMillis(200), Duration.ofMillis(200));
    }

    @Test
    void looksNoMoreOnceStopped() {
        var lookout = new Lookout[1];
        lookout[0] = lookout(() -> lookout[0].stop());

        follow(lookout[0], 2);

        assertThat(passed).containsExactly(REST);
    }

    @Test
    void endsARestThatItIsWokenFrom() throws InterruptedException {
        var looks = new Semaphore(0);
        var lookout = new Lookout("test", FOR_EVER, looks::release, passed::add);
        lookout.wake();
        lookout.start();
        looks.acquire();

        lookout.wake();

        looks.acquire();
        lookout.stop();
    }

    @Test
    void interruptsTheLookUnderWayWhenStopped() throws Exception {
        var looking = new CountDownLatch(1);
        var interrupted = new CompletableFuture<InterruptedException>();
        var lookout = new Lookout("test", Duration.ZERO, () -> lookForEver(looking, interrupted), passed::add);
        lookout.start();
        looking.await();

        lookout.stop();

        assertThat(interrupted.get()).isNotNull();
        assertThat(passed).isEmpty();
    }

    private Lookout lookout(Lookout.Look look) {
        return new Lookout("test", REST, look, passed::add);
    }

    /** Interrupts the rest after so many. */
    private void follow(Lookout lookout, int rests) {
        var left = new int[] {rests};
        lookout.follow(rest -> {
            if (left[0]-- == 0) {
                throw new InterruptedException();
            }
            passed.add(rest);
        });
    }

    private void fail() {
        throw failure;
    }

    private void shorten(Lookout lookout) {
        lookout.rest(Duration.ofMillis(100));
        fail();
    }

    private static void lookForEver(CountDownLatch looking, CompletableFuture<InterruptedException> interrupted)
            throws InterruptedException {
        looking.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.complete(e);
            throw e;
        }
    }
}
