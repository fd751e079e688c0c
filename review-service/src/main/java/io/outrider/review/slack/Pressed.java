package io.outrider.review.slack;

import io.outrider.kit.error.Failure;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Sha256;
import io.outrider.review.queue.Ballot;
import io.outrider.review.queue.DecideItem;
import io.outrider.review.queue.DecisionType;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.RejectReason;
import io.quarkus.logging.Log;
import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Does what a button asks for, under the rules of every decision, and tells the channel what came of it. */
@ApplicationScoped
class Pressed {

    private final SlackConfig config;
    private final DecideItem decideItem;
    private final SlackDoor door;
    private final ExecutorService threads;

    Pressed(SlackConfig config, DecideItem decideItem, SlackDoor door, @VirtualThreads ExecutorService threads) {
        this.config = config;
        this.decideItem = decideItem;
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
        try {
            var bound = Bound.decode(press.value());
            return switch (press.action()) {
                case SlackMessage.REJECT -> SlackMessage.whyReject(bound, press.user());
                case SlackMessage.REASON -> {
                    decide(workspace.get(), requestId, ballot(bound, DecisionType.REJECT, reason(press), reviewer));
                    yield SlackMessage.done("Rejected by <@" + Blocks.escape(press.user()) + ">.");
                }
                case SlackMessage.ACCEPT -> {
                    var item = decide(workspace.get(), requestId, ballot(bound, DecisionType.ACCEPT, null, reviewer));
                    yield SlackMessage.done(accepted(item, press.user()));
                }
                default -> SlackMessage.notDone("This button means nothing here.");
            };
        } catch (Failure failure) {
            return SlackMessage.notDone("Nothing was decided: " + Blocks.escape(String.valueOf(failure.getMessage())));
        } catch (RuntimeException e) {
            Log.error("A decision from Slack failed", e);
            return SlackMessage.notDone(
                    "Nothing was decided: something went wrong here. Open the item in the console.");
        }
    }

    private static String accepted(Item item, String user) {
        var by = "Accepted by <@" + Blocks.escape(user) + ">.";
        return item.state().open() ? by + " Another person must approve it, too." : by;
    }

    private Item decide(String workspace, String requestId, Ballot ballot) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> decideItem.run(workspace, requestId, Sha256.hex(ballot.toString()), ballot));
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Ballot ballot(Bound bound, DecisionType type, @Nullable RejectReason reason, String by) {
        return new Ballot(bound.itemId(), bound.version(), bound.sha256(), type, null, reason, "", false, by);
    }

    private static RejectReason reason(Press press) {
        var name = press.value().substring(press.value().lastIndexOf('|') + 1);
        return Arrays.stream(RejectReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidField("reason", "must be chosen"));
    }
}
