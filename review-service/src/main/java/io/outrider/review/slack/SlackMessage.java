package io.outrider.review.slack;

import static io.outrider.review.slack.Blocks.escape;

import io.outrider.review.queue.RejectReason;
import io.outrider.review.v1.ReviewItem;
import io.outrider.type.v1.SequenceStep;
import io.outrider.type.v1.Support;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An item as a message with buttons. */
final class SlackMessage {

    static final String ACCEPT = "review-accept";
    static final String REJECT = "review-reject";
    static final String REASON = "review-reason";
    static final String OPEN = "review-open";
    static final String UNDO = "review-undo";

    private static final int MOST_STEPS = 5;
    private static final int LONGEST_BODY = 2_500;

    private SlackMessage() {}

    /**
     * @param item with payload and evidence
     * @param clean whether it can be accepted as it stands
     * @param console where its page is
     */
    static Map<String, Object> of(ReviewItem item, boolean clean, String console) {
        var account = name(item);
        var bound = new Bound(item.getId(), item.getVersion(), item.getPayloadSha256());
        var blocks = new ArrayList<Map<String, Object>>();
        blocks.add(Blocks.header("Review: " + account));
        blocks.add(Blocks.section(summary(item)));
        item.getProposal().getStepsList().stream()
                .limit(MOST_STEPS)
                .map(SlackMessage::step)
                .forEach(blocks::add);
        if (item.getProposal().getStepsCount() == 0) {
            blocks.add(Blocks.section(
                    "```" + escape(item.getProposal().getPayload().toStringUtf8()) + "```"));
        }
        blocks.add(Blocks.context("version " + item.getVersion() + " · sha256 "
                + item.getPayloadSha256().substring(0, 12)
                + (clean ? "" : " · cannot be accepted here: see the lint")));
        blocks.add(Blocks.actions(buttons(item, bound, clean, console)));
        return Map.of(
                "text",
                escape("Review: " + account + ", " + item.getProposal().getActionType()),
                "blocks",
                blocks,
                "unfurl_links",
                false);
    }

    /** The message once somebody asked to reject: why? */
    static Map<String, Object> whyReject(Bound bound, String by) {
        var reasons = Arrays.stream(RejectReason.values())
                .map(reason -> Map.entry(bound.encode() + "|" + reason.name(), words(reason.name())))
                .toList();
        return Map.of(
                "replace_original",
                false,
                "response_type",
                "ephemeral",
                "text",
                "Why do you reject it?",
                "blocks",
                List.of(
                        Blocks.section("<@" + escape(by) + ">, why do you reject it?"),
                        Blocks.actions(List.of(Blocks.choice("Choose a reason", REASON, reasons)))));
    }

    /** Says what was decided and when it takes effect, with a button to take it back. */
    static Map<String, Object> held(Bound bound, HeldHere held, Instant release) {
        var text = held.words() + ". It takes effect at " + Blocks.time(release) + ".";
        var value = bound.encode() + "|" + held.type().name();
        return Map.of(
                "replace_original",
                true,
                "text",
                text,
                "blocks",
                List.of(Blocks.section(text), Blocks.actions(List.of(Blocks.button("Undo", UNDO, value, "danger")))));
    }

    /** The message of an item in place of what was said of a decision that did not end it. */
    static Map<String, Object> again(Map<String, Object> message, String note) {
        var whole = new HashMap<>(message);
        var blocks = new ArrayList<Object>();
        blocks.add(Blocks.context(note));
        blocks.addAll((List<?>) message.getOrDefault("blocks", List.of()));
        whole.put("blocks", blocks);
        whole.put("replace_original", true);
        return Map.copyOf(whole);
    }

    /** Takes the buttons away. */
    static Map<String, Object> done(String text) {
        return Map.of("replace_original", true, "text", text, "blocks", List.of(Blocks.section(text)));
    }

    /** Seen by whoever pressed, and by nobody else; the message stays. */
    static Map<String, Object> notDone(String text) {
        return Map.of("replace_original", false, "response_type", "ephemeral", "text", text);
    }

    static String name(ReviewItem item) {
        var account = item.getProposal().getAccount();
        return account.getName().isEmpty() ? account.getDomain() : account.getName();
    }

    private static String summary(ReviewItem item) {
        var text = new StringBuilder("*" + escape(item.getProposal().getActionType()) + "*  "
                + escape(item.getProposal().getDescription()) + "\nConfidence "
                + Math.round(item.getProposal().getConfidence().getValue() * 100) + " %");
        item.getReasonsList().stream()
                .limit(3)
                .forEach(reason -> text.append("\n• ").append(escape(reason.getDetail())));
        item.getProposal().getRisk().getMissingList().stream()
                .limit(5)
                .forEach(missing -> text.append("\n• missing: ").append(escape(missing)));
        return text.toString();
    }

    private static Map<String, Object> step(SequenceStep step) {
        var unsupported = step.getSentencesList().stream()
                .filter(sentence -> sentence.getSupport() == Support.SUPPORT_NONE)
                .count();
        return Blocks.section("*" + escape(step.getSubject()) + "*\n" + escape(Blocks.cut(step.getBody(), LONGEST_BODY))
                + (unsupported == 0 ? "" : "\n:warning: " + unsupported + " without support"));
    }

    private static List<Map<String, Object>> buttons(ReviewItem item, Bound bound, boolean clean, String console) {
        var buttons = new ArrayList<Map<String, Object>>();
        if (clean) {
            buttons.add(Blocks.button("Accept", ACCEPT, bound.encode(), "primary"));
        }
        buttons.add(Blocks.button("Reject", REJECT, bound.encode(), "danger"));
        buttons.add(Blocks.link("Open", OPEN, console + "/items/" + item.getId()));
        return buttons;
    }

    private static String words(String name) {
        var words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
