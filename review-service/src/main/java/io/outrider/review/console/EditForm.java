package io.outrider.review.console;

import io.outrider.kit.error.Failure;
import io.outrider.kit.error.InvalidField;
import io.outrider.review.console.ItemPages.Tried;
import io.outrider.review.console.ItemView.Attempt;
import io.outrider.review.queue.Ballot;
import io.outrider.review.queue.DecisionType;
import io.outrider.review.queue.Documents;
import io.outrider.review.queue.Payload;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.ReadItems.Whole;
import io.outrider.review.queue.RejectReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A reviewer's edit. What is wrong with it is shown on the item's page, beside the text that was typed: none of it is lost. */
@ApplicationScoped
class EditForm {

    private final ReadItems items;
    private final Documents documents;
    private final ItemPages page;

    EditForm(ReadItems items, Documents documents, ItemPages page) {
        this.items = items;
        this.documents = documents;
        this.page = page;
    }

    /** Shows the edit sentence by sentence and against the generated version, and decides nothing. */
    Uni<Response> check(Session who, String id, MultivaluedMap<String, String> form) {
        return items.one(who.workspace(), id).chain(whole -> shown(who, whole, form, "", Response.Status.OK));
    }

    Uni<Response> decide(
            Session who, String id, MultivaluedMap<String, String> form, Function<Ballot, Uni<Response>> decide) {
        return items.one(who.workspace(), id)
                .chain(whole -> Uni.createFrom()
                        .item(() -> payload(whole, form))
                        .map(payload -> ballot(who, id, DecisionType.EDIT, payload, null, form))
                        .chain(decide::apply)
                        .onFailure(EditForm::repairable)
                        .recoverWithUni(failure -> shown(who, whole, form, why(failure), Response.Status.CONFLICT)));
    }

    static Ballot ballot(
            Session who,
            String id,
            DecisionType type,
            @Nullable Payload edited,
            @Nullable RejectReason reason,
            MultivaluedMap<String, String> form) {
        return new Ballot(
                id,
                number(Forms.text(form, "version")),
                Forms.text(form, "payload_sha256"),
                type,
                edited,
                reason,
                Forms.text(form, "comment"),
                !Forms.text(form, "override_lint").isEmpty(),
                who.subject());
    }

    private Uni<Response> shown(
            Session who, Whole whole, MultivaluedMap<String, String> form, String why, Response.Status status) {
        var batch = Forms.batch(Forms.text(form, "batch"));
        return Uni.createFrom()
                .item(() -> payload(whole, form))
                .chain(payload -> page.checked(who, whole, payload, attempt(form, why), batch))
                .onFailure(InvalidField.class)
                .recoverWithUni(wrong ->
                        page.refused(who, whole, new Tried(attempt(form, wrong.getMessage()), typed(form)), batch))
                .map(html -> Response.status(status)
                        .entity(html)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .build());
    }

    private Payload payload(Whole whole, MultivaluedMap<String, String> form) {
        return Payload.parse(EditedPayload.of(documents.payload(whole.document()), form), "edited_payload");
    }

    private static boolean repairable(Throwable failure) {
        return failure instanceof InvalidField
                || failure instanceof Failure known && known.reason().equals("BLOCKED_BY_LINT");
    }

    private static String why(Throwable failure) {
        return failure instanceof Failure known && known.reason().equals("BLOCKED_BY_LINT")
                ? "Not saved: " + failure.getMessage() + ". Change what is marked, or override it and say why."
                : "Not saved: " + failure.getMessage();
    }

    private static Attempt attempt(MultivaluedMap<String, String> form, @Nullable String why) {
        return new Attempt(
                true,
                String.valueOf(why),
                Forms.text(form, "comment"),
                !Forms.text(form, "override_lint").isEmpty());
    }

    private static Map<String, String> typed(MultivaluedMap<String, String> form) {
        return form.keySet().stream().collect(Collectors.toMap(name -> name, name -> Forms.text(form, name)));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidField("version", "must be a number");
        }
    }
}
