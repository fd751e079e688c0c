package io.outrider.review.console;

import io.outrider.kit.id.Ids;
import io.outrider.review.console.ItemView.Attempt;
import io.outrider.review.console.ItemViews.Parts;
import io.outrider.review.queue.Documents;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ReadCalibration;
import io.outrider.review.queue.ReadCalibration.Fitted;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.ReadVersions;
import io.outrider.review.second.Look;
import io.outrider.review.second.SecondLooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers what somebody sees who judges again: the item as the first person had it before them. */
@ApplicationScoped
class SecondLookPages {

    private final SecondLooks looks;
    private final ReadItems items;
    private final ReadVersions versions;
    private final ReadCalibration calibration;
    private final Documents documents;
    private final Pages pages;
    private final Clock clock;

    SecondLookPages(
            SecondLooks looks,
            ReadItems items,
            ReadVersions versions,
            ReadCalibration calibration,
            Documents documents,
            Pages pages,
            Clock clock) {
        this.looks = looks;
        this.items = items;
        this.versions = versions;
        this.calibration = calibration;
        this.documents = documents;
        this.pages = pages;
        this.clock = clock;
    }

    Uni<String> waiting(Session who) {
        return looks.waiting(who.workspace(), who.subject())
                .chain(found -> items.many(
                                who.workspace(),
                                found.stream().map(Look::itemId).toList())
                        .map(all -> blinded(all, found)))
                .chain(all ->
                        pages.secondLooks(new SecondLookView.Waiting(who, QueueViews.rows(all, clock.instant()))));
    }

    /** @throws io.outrider.kit.error.NotFound where the item does not wait for this person */
    Uni<String> one(Session who, String id) {
        return looks.one(who.workspace(), who.subject(), id)
                .chain(look -> items.one(who.workspace(), id)
                        .chain(whole -> versions.document(whole.item(), look.version())
                                .map(document -> blinded(whole.item(), look, document))))
                .chain(seen -> fitted(seen.item()).map(fitted -> view(who, seen, fitted)))
                .chain(pages::secondLook);
    }

    private Uni<Fitted> fitted(Item item) {
        return calibration.one(
                item.workspace(), item.origin().actionType(), item.extras().source());
    }

    private Seen blinded(Item item, Look look, byte[] document) {
        var wording = documents.proposed(document).wording();
        return new Seen(Blinded.of(item, look.version(), documents.payload(document), wording), document);
    }

    /** A list shows no payload. */
    private static List<Item> blinded(List<Item> all, List<Look> found) {
        var version = found.stream().collect(Collectors.toMap(Look::itemId, Look::version));
        return all.stream()
                .map(item -> Blinded.of(item, version.getOrDefault(item.id(), 1), new byte[0], item.wording()))
                .toList();
    }

    private SecondLookView.One view(Session who, Seen seen, Fitted fitted) {
        var parts = new Parts(
                seen.item(),
                seen.document(),
                seen.item().version(),
                seen.item().wording(),
                Optional.empty(),
                List.of(),
                fitted,
                List.of(),
                Attempt.NONE,
                Map.of(),
                "",
                List.of());
        return new SecondLookView.One(who, ItemViews.of(who, parts, Ids.next("req"), clock.instant()));
    }

    private record Seen(Item item, byte[] document) {}
}
