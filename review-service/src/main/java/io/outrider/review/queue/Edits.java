package io.outrider.review.queue;

import io.outrider.kit.error.InvalidField;
import io.outrider.review.policy.Wording;
import io.outrider.review.queue.Messages.Finding;
import io.outrider.review.queue.Messages.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks what a reviewer made of a payload: who gets it must stay, and a new sentence must not bring facts of its own. */
final class Edits {

    private static final String FIELD = "edited_payload";
    private static final List<String> FIXED =
            List.of("domain", "crmId", "to", "cc", "bcc", "email", "contactEmail", "channel", "sequenceId", "url");

    private Edits() {}

    /** @throws InvalidField where the edit changes who or what the action touches, or its messages do not fit the old ones */
    static Messages check(Payload before, Payload after, Messages messages) {
        for (var key : FIXED) {
            requireSame(key, before.json().get(key), after.json().get(key));
        }
        requireSame("contact.email", email(before), email(after));
        var steps = after.json().get("steps");
        if (messages.steps().isEmpty()) {
            requireSame("steps", before.json().get("steps"), steps);
            return messages;
        }
        var edited = new ArrayList<Message>();
        var list = steps instanceof List<?> found ? found : List.of();
        if (list.size() != messages.steps().size()) {
            throw new InvalidField(FIELD, "must keep its " + messages.steps().size() + " steps");
        }
        for (int i = 0; i < list.size(); i++) {
            edited.add(message(list.get(i), step(before, i), messages.steps().get(i), messages.known()));
        }
        return new Messages(edited, messages.known(), findings(edited, messages));
    }

    static Wording wording(Messages messages) {
        return new Wording(messages.errors().size(), messages.unsupported());
    }

    private static Message message(Object after, Object before, Message was, List<String> known) {
        if (!(after instanceof Map<?, ?> step) || !(before instanceof Map<?, ?> stepBefore)) {
            throw new InvalidField(FIELD, "steps must be objects");
        }
        for (var key : List.of("index", "dayOffset", "channel")) {
            requireSame("steps." + key, stepBefore.get(key), step.get(key));
        }
        var subject = text(step.get("subject"));
        return new Message(was.index(), subject, Sentences.match(text(step.get("body")), was, known));
    }

    /** Findings that still apply, and new ones on the text as it is now. */
    private static List<Finding> findings(List<Message> edited, Messages before) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < edited.size(); i++) {
            var now = edited.get(i);
            var was = before.steps().get(i);
            var all = now.subject() + " " + now.text();
            for (var finding : before.errors()) {
                var still = finding.excerpt().isEmpty()
                        ? now.text().equals(was.text()) && now.subject().equals(was.subject())
                        : all.contains(finding.excerpt());
                if (finding.step() == was.index() && still) {
                    findings.add(finding);
                }
            }
            findings.addAll(Sentences.lint(now, was, before.known()));
        }
        return findings.stream().distinct().toList();
    }

    private static Object step(Payload payload, int index) {
        return payload.json().get("steps") instanceof List<?> list && index < list.size() ? list.get(index) : Map.of();
    }

    private static Object email(Payload payload) {
        return payload.json().get("contact") instanceof Map<?, ?> contact ? text(contact.get("email")) : "";
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static void requireSame(String key, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            throw new InvalidField(FIELD, "must keep " + key + " as it was");
        }
    }
}
