package io.outrider.review.slack;

import io.outrider.review.queue.DecisionType;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ReadItems.Whole;
import io.outrider.review.wire.ReviewAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** What the message of an item says: the item with its buttons, or what a decision came to. */
@ApplicationScoped
class ItemMessages {

    private final SlackConfig config;
    private final Clock clock;

    ItemMessages(SlackConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Map<String, Object> of(Whole whole) {
        var item = whole.item();
        var console = config.consoleUrl().map(URI::toString).orElse("");
        return SlackMessage.of(
                ReviewAnswers.whole(item, whole.document(), clock.instant()),
                item.wording().clean(),
                console);
    }

    /** Once a decision is not held any more: it took effect, or the item can be decided again, or it is over for another reason. */
    Map<String, Object> after(HeldHere held, Whole whole) {
        var item = whole.item();
        var open = item.openAt(clock.instant());
        if (counted(held, item)) {
            var text = held.words() + ".";
            return open
                    ? again(held.type(), whole, text + " Another person must approve it, too.")
                    : SlackMessage.done(text);
        }
        var text = held.words() + ", which did not take effect: ";
        return open
                ? again(held.type(), whole, text + "it was taken back, or the policy does not allow it now.")
                : SlackMessage.done(text + "the item is " + item.state().name().toLowerCase(Locale.ROOT) + ".");
    }

    /** The buttons come back, but not where they never went: a reason is asked for in a message beside the item's. */
    Map<String, Object> again(DecisionType type, Whole whole, String note) {
        return type == DecisionType.REJECT ? SlackMessage.done(note) : SlackMessage.again(of(whole), note);
    }

    private static boolean counted(HeldHere held, Item item) {
        return item.decisions().stream()
                .anyMatch(decision -> decision.by().equals(held.by())
                        && decision.type() == held.type()
                        && decision.time().equals(held.decided()));
    }
}
