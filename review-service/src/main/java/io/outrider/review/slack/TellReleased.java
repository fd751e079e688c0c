package io.outrider.review.slack;

import io.outrider.kit.thread.VirtualThreadOffload;
import io.outrider.review.queue.ReadItems;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/**
 * Use case: changes the messages of decisions that are not held any more, wherever that was decided. A message that Slack does not take
 * is sent again after a while, as long as Slack lets it be changed.
 */
@ApplicationScoped
class TellReleased {

    private final SlackConfig config;
    private final HeldMessages holds;
    private final ReadItems items;
    private final ItemMessages messages;
    private final SlackDoor door;
    private final VirtualThreadOffload offload;
    private final Clock clock;

    TellReleased(
            SlackConfig config,
            HeldMessages holds,
            ReadItems items,
            ItemMessages messages,
            SlackDoor door,
            VirtualThreadOffload offload,
            Clock clock) {
        this.config = config;
        this.holds = holds;
        this.items = items;
        this.messages = messages;
        this.door = door;
        this.offload = offload;
        this.clock = clock;
    }

    @Scheduled(every = "{outrider.slack-review.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tell() {
        var workspace = config.workspace();
        if (workspace.isEmpty() || config.signingSecret().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return holds.take(workspace.get(), clock.instant())
                .chain(taken -> Multi.createFrom()
                        .iterable(taken)
                        .onItem()
                        .transformToUniAndConcatenate(this::tell)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> tell(HeldHere held) {
        return items.one(held.workspace(), held.itemId())
                .map(whole -> messages.after(held, whole))
                .chain(message -> send(held, message));
    }

    private Uni<Void> send(HeldHere held, Map<String, Object> message) {
        return offload.call(() -> door.post(held.answerTo(), message)).chain(sent -> {
            if (!sent.done()) {
                Log.warnf("The message of item %s could not be changed: %s", held.itemId(), sent.why());
                return Uni.createFrom().voidItem();
            }
            return holds.drop(held.workspace(), held.itemId(), held.answerTo());
        });
    }
}
