package io.outrider.review.console;

import io.outrider.kit.error.Stale;
import io.outrider.kit.id.Ids;
import io.outrider.kit.page.PageSize;
import io.outrider.review.console.ItemView.Attempt;
import io.outrider.review.console.ItemViews.Parts;
import io.outrider.review.policy.Wording;
import io.outrider.review.queue.CheckEdit;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.OpenItem;
import io.outrider.review.queue.Payload;
import io.outrider.review.queue.QueueFilter;
import io.outrider.review.queue.ReadCalibration;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.ReadItems.Whole;
import io.outrider.review.queue.ReadVersions;
import io.outrider.review.queue.SearchQueue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what an item's page shows: the item as it stands, an older version of it, or what an edit would make of it. */
@ApplicationScoped
class ItemPages {

    /** Nobody can decide an older version. */
    private static final Wording NO_WORDING = new Wording(0, 0);

    private static final PageSize NEAR = PageSize.of(20);

    private final ReadItems items;
    private final ReadVersions versions;
    private final ReadCalibration calibration;
    private final CheckEdit checkEdit;
    private final OpenItem openItem;
    private final HeldRows held;
    private final SearchQueue queue;
    private final Pages pages;
    private final Clock clock;

    ItemPages(
            ReadItems items,
            ReadVersions versions,
            ReadCalibration calibration,
            CheckEdit checkEdit,
            OpenItem openItem,
            HeldRows held,
            SearchQueue queue,
            Pages pages,
            Clock clock) {
        this.items = items;
        this.versions = versions;
        this.calibration = calibration;
        this.checkEdit = checkEdit;
        this.openItem = openItem;
        this.held = held;
        this.queue = queue;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param version 0 for the one that stands, which then counts as opened by the reader */
    Uni<String> show(Session who, String id, int version, String batch) {
        return items.one(who.workspace(), id).chain(whole -> {
            var item = whole.item();
            if (version != 0 && version != item.version()) {
                return versions.document(item, version)
                        .chain(document ->
                                page(who, item, new Shown(document, version, NO_WORDING, false), Tried.NOTHING, batch));
            }
            return opened(who, item).chain(() -> page(who, item, standing(whole), Tried.NOTHING, batch));
        });
    }

    /** What an edit would make of the item. */
    Uni<String> checked(Session who, Whole whole, Payload edited, Attempt attempt, String batch) {
        var edit = checkEdit.of(whole.document(), edited);
        var shown = new Shown(edit.document(), whole.item().version(), edit.wording(), true);
        return page(who, whole.item(), shown, new Tried(attempt, Map.of()), batch);
    }

    /** The item, with what the reviewer typed and what is wrong with it. */
    Uni<String> refused(Session who, Whole whole, Tried tried, String batch) {
        return page(who, whole.item(), standing(whole), tried, batch);
    }

    private Uni<Void> opened(Session who, Item item) {
        if (!who.reviewer() || !item.state().open()) {
            return Uni.createFrom().voidItem();
        }
        return openItem.run(who.workspace(), item.id(), item.version(), who.subject())
                .replaceWithVoid()
                .onFailure(Stale.class)
                .recoverWithNull();
    }

    /** A held edit is shown as it will be sent. */
    private Shown standing(Whole whole) {
        var item = whole.item();
        var hold = item.extras().hold();
        if (hold == null || hold.ballot().edited() == null) {
            return new Shown(whole.document(), item.version(), item.wording(), false);
        }
        var edit = checkEdit.of(whole.document(), hold.ballot().edited());
        return new Shown(edit.document(), item.version(), edit.wording(), true);
    }

    /** What the document is compared with: an edit that is not made yet, with the version that it would change. */
    private Uni<Optional<byte[]>> generated(Item item, Shown shown) {
        return versions.generatedBefore(item, shown.edited() ? item.version() + 1 : shown.version());
    }

    private Uni<String> page(Session who, Item item, Shown shown, Tried tried, String batch) {
        return around(who, item)
                .chain(around -> generated(item, shown)
                        .map(generated -> new Parts(
                                item,
                                shown.document(),
                                shown.version(),
                                shown.wording(),
                                generated,
                                around.versions(),
                                around.fitted(),
                                around.held(),
                                tried.attempt(),
                                tried.typed(),
                                batch,
                                around.queue())))
                .chain(parts -> pages.item(ItemViews.of(who, parts, Ids.next("req"), clock.instant())));
    }

    private Uni<Around> around(Session who, Item item) {
        return versions.all(item)
                .chain(all -> calibration
                        .one(
                                item.workspace(),
                                item.origin().actionType(),
                                item.extras().source())
                        .chain(fitted -> held.of(who)
                                .chain(mine -> queue.page(who.workspace(), QueueFilter.ALL, NEAR, "")
                                        .map(near -> new Around(all, fitted, mine, near.rows())))));
    }

    /** @param typed by field */
    record Tried(Attempt attempt, Map<String, String> typed) {

        static final Tried NOTHING = new Tried(Attempt.NONE, Map.of());
    }

    /** @param edited whether it is what an edit would make */
    private record Shown(byte[] document, int version, Wording wording, boolean edited) {}

    /** What the page shows beside the proposal. */
    private record Around(
            List<ReadVersions.Version> versions, ReadCalibration.Fitted fitted, List<HeldRow> held, List<Item> queue) {}
}
