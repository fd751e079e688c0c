package io.outrider.review.queue;

import io.outrider.review.policy.Wording;
import jakarta.enterprise.context.ApplicationScoped;

/** Use case: what a proposal would be after an edit, and what is wrong with it. Changes nothing. */
@ApplicationScoped
public class CheckEdit {

    private final Documents documents;

    CheckEdit(Documents documents) {
        this.documents = documents;
    }

    /** @throws io.outrider.kit.error.InvalidField where the edit changes who or what the action touches */
    public Edit of(byte[] document, Payload edited) {
        var before = Payload.parse(documents.payload(document), "payload");
        var type = documents.proposed(document).actionType();
        var messages = Edits.check(type, before, edited, documents.messages(document));
        return new Edit(documents.edited(document, edited, messages).document(), Edits.wording(messages));
    }

    /**
     * Whether no edit may change it.
     *
     * @param path of a field of the payload, for example "contact.email"
     */
    public static boolean fixed(String actionType, String path) {
        return !Editable.mayChange(actionType, path);
    }

    /** @param document the proposal with the edited payload, each sentence with what carries it */
    public record Edit(byte[] document, Wording wording) {}
}
