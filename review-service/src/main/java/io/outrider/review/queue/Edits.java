package io.outrider.review.queue;

import io.outrider.kit.error.InvalidField;
import io.outrider.review.policy.Wording;
import io.outrider.review.queue.Messages.Finding;
import io.outrider.review.queue.Messages.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what a reviewer made of a payload: who gets it must stay, and a new sentence must not bring facts of its own. */
final class Edits {

    private Edits() {}

    /** @throws InvalidField where the edit changes who or what the action touches, or its messages do not fit the old ones */
    static Messages check(String actionType, Payload before, Payload after, Messages messages) {
        Editable.check(actionType, before, after);
        var old = Editable.messages(actionType, before);
        var list = Editable.messages(actionType, after);
        if (list.size() != old.size()) {
            throw new InvalidField(Editable.FIELD, "must keep its " + old.size() + " steps");
        }
        if (messages.steps().size() != old.size()) {
            requireUnread(old, list);
            return messages;
        }
        var edited = new ArrayList<Message>();
        for (int i = 0; i < list.size(); i++) {
            edited.add(message(list.get(i), old.get(i), messages.steps().get(i), messages.known()));
        }
        return new Messages(edited, messages.known(), findings(edited, messages));
    }

    /** Nobody knows what carries the sentences of such messages: an edit of them cannot be checked. */
    private static void requireUnread(List<?> before, List<?> after) {
        if (!before.equals(after)) {
            throw new InvalidField(
                    Editable.FIELD, "must keep its messages: the proposal does not say what carries them");
        }
    }

    static Wording wording(Messages messages) {
        return new Wording(messages.errors().size(), messages.unsupported());
    }

    private static Message message(Object after, Object before, Message was, List<String> known) {
        if (!(after instanceof Map<?, ?> step) || !(before instanceof Map<?, ?> stepBefore)) {
            throw new InvalidField(Editable.FIELD, "steps must be objects");
        }
        Editable.checkStep(stepBefore, step);
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

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
