package io.outrider.review.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final List<CompletableFuture<Optional<String>>> answers = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private final List<UniEmitter<? super List<Optional<String>>>> underWay = new ArrayList<>();
    private final Lanes<String, String> lanes = new Lanes<>(this::begin);

    @Test
    void doesALoneOneAtOnce() {
        var answer = submit("here", "a");

        assertThat(begun).containsExactly("here [a]");
        finish(0, "A");
        assertThat(answer).isCompletedWithValue(Optional.of("A"));
    }

    @Test
    void doesTogetherWhatCameMeanwhile() {
        enter("here", "a");
        var b = submit("here", "b");
        var c = submit("here", "c");
        finish(0, "A");

        assertThat(begun).containsExactly("here [a]", "here [b, c]");
        finish(1, "B", "C");
        assertThat(b).isCompletedWithValue(Optional.of("B"));
        assertThat(c).isCompletedWithValue(Optional.of("C"));
    }

    @Test
    void neverMixesTwoWorkspacesNorLetsOneWaitForTheOther() {
        enter("here", "a");
        enter("there", "b");
        enter("here", "c");
        enter("there", "d");
        finish(0, "A");
        finish(1, "B");

        assertThat(begun).containsExactly("here [a]", "there [b]", "here [c]", "there [d]");
        assertThat(answers).extracting(CompletableFuture::isDone).containsExactly(true, true, false, false);
    }

    @Test
    void boundsAGroup() {
        enter("here", "a");
        IntStream.range(0, 65).forEach(i -> enter("here", "b"));
        finish(0, "A");

        assertThat(begun.get(1).split(",")).hasSize(64);
    }

    @Test
    void sendsEachOfAFailedGroupAloneAndGoesOn() {
        enter("here", "a");
        var b = submit("here", "b");
        var c = submit("here", "c");
        finish(0, "A");
        var next = submit("here", "d");
        underWay.get(1).fail(new IllegalStateException("refused"));

        assertThat(List.of(b, c)).allSatisfy(one -> assertThat(one).isCompletedWithValue(Optional.empty()));
        finish(2, "D");
        assertThat(next).isCompletedWithValue(Optional.of("D"));
    }

    @Test
    void sendsAGroupAloneThatTakesTooLongAndGoesOn() {
        var hasty = new Lanes<>(this::begin, SHORT);
        var slow = hasty.submit("here", "a").subscribeAsCompletionStage();
        var next = hasty.submit("here", "b").subscribeAsCompletionStage();

        assertThat(slow.orTimeout(20, TimeUnit.SECONDS).join()).isEmpty();
        assertThat(begun).containsExactly("here [a]", "here [b]");
        finish(0, "too late");
        assertThat(next.orTimeout(20, TimeUnit.SECONDS).join()).isEmpty();
    }

    @Test
    void beginsAnewWhenNothingIsUnderWay() {
        enter("here", "a");
        finish(0, "A");
        enter("here", "b");

        assertThat(begun).containsExactly("here [a]", "here [b]");
    }

    private CompletableFuture<Optional<String>> submit(String workspace, String task) {
        return lanes.submit(workspace, task).subscribeAsCompletionStage();
    }

    private void enter(String workspace, String task) {
        answers.add(submit(workspace, task));
    }

    private Uni<List<Optional<String>>> begin(String workspace, List<String> tasks) {
        begun.add(workspace + " " + tasks);
        return Uni.createFrom().emitter(underWay::add);
    }

    private void finish(int which, String... answers) {
        underWay.get(which).complete(List.of(answers).stream().map(Optional::of).toList());
    }
}
