package io.outrider.review.slack;

import io.outrider.kit.error.Failure;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Sha256;
import io.outrider.review.queue.DecisionType;
import io.outrider.review.queue.RejectReason;
import io.quarkus.logging.Log;
import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Does what a button asks for, under the rules of every decision, and tells the channel what came of it. */
@ApplicationScoped
class Pressed {

    private final SlackConfig config;
    private final DecideHere decideHere;
    private final SlackDoor door;
    private final ExecutorService threads;

    Pressed(SlackConfig config, DecideHere decideHere, SlackDoor door, @VirtualThreads ExecutorService threads) {
        this.config = config;
        this.decideHere = decideHere;
        this.door = door;
        this.threads = threads;
    }

    /** Returns at once. @param id of the request, so that nothing is decided twice */
    void handle(Press press, String id) {
        if (press.action().equals(SlackMessage.OPEN)) {
            return;
        }
        threads.execute(() -> {
            var answer = answer(press, "slack:" + Sha256.hex(id).substring(0, 40));
            if (!door.isSlack(press.answerTo())) {
                Log.warn("A request signed by Slack names an answer address that is not Slack's");
                return;
            }
            var sent = door.post(press.answerTo(), answer);
            if (!sent.done()) {
                Log.warnf("Slack did not take the answer: %s", sent.why());
            }
        });
    }

    private Map<String, Object> answer(Press press, String requestId) {
        var reviewer = config.reviewer(press.user());
        var workspace = config.workspace();
        if (reviewer.isEmpty() || workspace.isEmpty()) {
            return SlackMessage.notDone("You are not a reviewer here. An admin can add your Slack user id.");
        }
        var presser = new Presser(workspace.get(), reviewer, press.user(), requestId, press.answerTo());
        var nothing = press.action().equals(SlackMessage.UNDO) ? "Nothing was taken back: " : "Nothing was decided: ";
        try {
            return answer(press, presser, Bound.decode(press.value()));
        } catch (Failure failure) {
            return SlackMessage.notDone(nothing + Blocks.escape(String.valueOf(failure.getMessage())));
        } catch (RuntimeException e) {
            Log.error("A decision from Slack failed", e);
            return SlackMessage.notDone(nothing + "something went wrong here. Open the item in the console.");
        }
    }

    private Map<String, Object> answer(Press press, Presser presser, Bound bound) {
        return switch (press.action()) {
            case SlackMessage.REJECT -> SlackMessage.whyReject(bound, press.user());
            case SlackMessage.REASON ->
                await(() -> decideHere.reject(presser, bound, chosen(press, RejectReason.class, "reason")));
            case SlackMessage.ACCEPT -> await(() -> decideHere.accept(presser, bound));
            case SlackMessage.UNDO ->
                await(() -> decideHere.undo(presser, bound, chosen(press, DecisionType.class, "value")));
            default -> SlackMessage.notDone("This button means nothing here.");
        };
    }

    private static Map<String, Object> await(Supplier<Uni<Map<String, Object>>> call) {
        try {
            return VertxContextSupport.subscribeAndAwait(call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last part of what a button carries. */
    private static <E extends Enum<E>> E chosen(Press press, Class<E> type, String field) {
        var name = press.value().substring(press.value().lastIndexOf('|') + 1);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidField(field, "must be chosen"));
    }
}
