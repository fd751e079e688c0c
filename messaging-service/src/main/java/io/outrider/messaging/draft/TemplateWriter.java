package io.outrider.messaging.draft;

import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.material.Material;
import io.outrider.messaging.material.ValueProp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the messages of one sequence, and never says a thing twice. */
final class TemplateWriter {

    private final Material material;
    private final Wordings wordings;
    private final Remarks facts;
    private final Deque<Remark> remarks;
    private final Deque<ValueProp> arguments;
    private final Deque<String> pains;
    private final Set<String> usedProofs = new HashSet<>();
    private final String opening;

    TemplateWriter(Material material) {
        this.material = material;
        this.wordings = new Wordings(material.contact().id(), material.voice().bannedPhrases());
        this.facts = new Remarks(material, wordings);
        this.remarks = new ArrayDeque<>(facts.inOrder());
        this.arguments = new ArrayDeque<>(material.valueProps());
        this.pains = new ArrayDeque<>(material.persona().painPoints().stream()
                .filter(pain -> Sendable.is(pain, 120) && pain.chars().noneMatch(Character::isDigit))
                .toList());
        this.opening = remarks.isEmpty() ? "" : remarks.getFirst().predicate();
    }

    /** Whether a follow-up would have something new in it. */
    boolean hasMore() {
        return !arguments.isEmpty() || remarks.size() > 1;
    }

    String rationale() {
        var persona = material.persona().name();
        var reader =
                persona.isEmpty() ? "no persona of the playbook fits the contact" : "the contact is read as " + persona;
        var start = opening.isEmpty() ? "nothing is known that could open the message" : "it opens with " + opening;
        return "Playbook " + material.playbook().name() + ": " + reader + "; " + start + "; "
                + material.usableFacts().size() + " of " + material.facts().size() + " claims may be used.";
    }

    DraftStep first() {
        var account = material.account().spokenName();
        var message = message();
        var remark = remarks.poll();
        if (remark == null) {
            message.paragraph()
                    .view(Part.CONTENT, "I do not know " + account + " well yet, so I would rather ask than assume.");
        } else {
            message.paragraph().claim(Part.CONTENT, remark.text(), remark.claimIds());
        }
        message.paragraph();
        pain(message, true);
        var argument = arguments.poll();
        argue(message.paragraph(), argument, true);
        message.paragraph()
                .view(
                        Part.CALL_TO_ACTION,
                        wordings.pick(
                                21,
                                "Would a short call next week make sense?",
                                "Is this worth a short conversation?",
                                "Could I show you in a short call what that would look like at " + account + "?"));
        var subject = remark == null ? "A question for " + account : remark.subject();
        return step(0, subject, message, argument);
    }

    DraftStep followUp(int index) {
        var account = material.account().spokenName();
        var message = message();
        var remark = remarks.size() > 1 ? remarks.poll() : null;
        message.paragraph();
        message.view(
                Part.CONTENT,
                wordings.pick(
                        30 + index, "I thought I would add one thing to my note.", "One thought to add to my note."));
        if (remark != null) {
            message.claim(Part.OPTIONAL, remark.text(), remark.claimIds());
        }
        var argument = arguments.poll();
        argue(message.paragraph(), argument, false);
        message.paragraph()
                .view(
                        Part.CALL_TO_ACTION,
                        wordings.pick(
                                40 + index,
                                "Is this something you are looking at, or is it with someone else in your team?",
                                "Would it help if I showed you what this could look like at " + account + "?",
                                "Does that sound like something worth a look for " + account + "?"));
        return step(
                index,
                wordings.pick(50 + index, "One thought for " + account, "A thought on my note"),
                message,
                argument);
    }

    DraftStep last(int index) {
        var message = message();
        message.paragraph().view(Part.CONTENT, "I will keep this short.");
        pain(message, false);
        var remark = remarks.poll();
        if (remark != null) {
            message.paragraph().claim(Part.OPTIONAL, remark.text(), remark.claimIds());
        }
        message.paragraph()
                .view(
                        Part.CALL_TO_ACTION,
                        wordings.pick(
                                61,
                                "Is this on your list at all, or should I ask someone else in your team?",
                                "Should I talk to someone else in your team about this?"))
                .view(
                        Part.CONTENT,
                        wordings.pick(
                                62,
                                "If it is not for you, a short no is fine and I will not write again.",
                                "If now is not the time, just say so and I will leave it here."));
        return step(index, wordings.pick(63, "Should I leave it here?", "Shall I leave it here?"), message, null);
    }

    private MessageBuilder message() {
        return new MessageBuilder();
    }

    private void pain(MessageBuilder message, boolean withHeadcount) {
        var pain = pains.poll();
        if (pain == null) {
            return;
        }
        boolean phrase = Character.isLowerCase(pain.charAt(0)) && !pain.endsWith(".");
        var headcount = withHeadcount ? facts.headcount().orElse(null) : null;
        if (!phrase) {
            message.view(Part.CONTENT, "Does this sound familiar: " + Wordings.inline(pain) + "?");
        } else if (headcount == null) {
            message.view(
                    Part.CONTENT,
                    wordings.pick(
                            70 + pains.size(),
                            "How do you deal with " + pain + " today?",
                            "What do you do about " + pain + " today?"));
        } else {
            message.claim(
                    Part.CONTENT, headcount.text() + ", how do you deal with " + pain + "?", headcount.claimIds());
        }
    }

    private void argue(MessageBuilder message, @Nullable ValueProp argument, boolean introduce) {
        if (argument == null) {
            return;
        }
        var product = material.product().name();
        if (introduce && !product.isBlank()) {
            message.view(
                    Part.CONTENT,
                    wordings.pick(
                            80,
                            "I think " + product + " could help here.",
                            "I believe " + product + " could be of use here."));
        }
        var proofs = argument.proofPointIds().stream()
                .filter(material.proofPoints()::containsKey)
                .toList();
        boolean free = argument.text().chars().noneMatch(Character::isDigit);
        if (!proofs.isEmpty() && Wordings.isSentence(argument.text())) {
            message.proof(Part.CONTENT, argument.text(), proofs);
        } else if (free) {
            message.view(Part.CONTENT, "What we aim for: " + Wordings.inline(argument.text()) + ".");
        }
        proofs.stream()
                .filter(usedProofs::add)
                .findFirst()
                .ifPresent(id ->
                        message.proof(Part.OPTIONAL, material.proofPoints().getOrDefault(id, ""), List.of(id)));
    }

    private DraftStep step(int index, String subject, MessageBuilder message, @Nullable ValueProp argument) {
        var sentences = Fitting.toWords(
                Envelope.around(material, message.sentences()), material.voice().maxWords());
        return new DraftStep(Cadence.day(index), subject, sentences, argument == null ? "" : argument.id());
    }
}
