package io.outrider.review.slack;

import io.outrider.kit.thread.VirtualThreadOffload;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.ReadItems.Whole;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;

/** Use case: posts what waits for a person to the reviewers' channel, each version once. Any number of replicas may post. */
@ApplicationScoped
class PostItems {

    private final SlackConfig config;
    private final Notices notices;
    private final ReadItems items;
    private final ItemMessages messages;
    private final SlackDoor door;
    private final VirtualThreadOffload offload;
    private final Clock clock;

    PostItems(
            SlackConfig config,
            Notices notices,
            ReadItems items,
            ItemMessages messages,
            SlackDoor door,
            VirtualThreadOffload offload,
            Clock clock) {
        this.config = config;
        this.notices = notices;
        this.items = items;
        this.messages = messages;
        this.door = door;
        this.offload = offload;
        this.clock = clock;
    }

    @Scheduled(every = "{outrider.slack-review.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> post() {
        var webhook = config.webhookUrl();
        var workspace = config.workspace();
        if (webhook.isEmpty() || workspace.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return notices.take(workspace.get(), config.gates(), clock.instant())
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> post(webhook.get(), workspace.get(), id))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> post(URI webhook, String workspace, String id) {
        return items.one(workspace, id).chain(whole -> {
            return whole.item().openAt(clock.instant())
                    ? post(webhook, whole)
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> post(URI webhook, Whole whole) {
        var item = whole.item();
        var message = messages.of(whole);
        return offload.call(() -> door.post(webhook, message)).chain(sent -> {
            if (!sent.done()) {
                Log.warnf("Item %s was not posted to Slack and will be, in a while: %s", item.id(), sent.why());
                return Uni.createFrom().voidItem();
            }
            return notices.posted(item.workspace(), item.id(), item.version());
        });
    }
}
