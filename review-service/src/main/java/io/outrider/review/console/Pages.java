package io.outrider.review.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The pages as HTML. Qute escapes every value. */
@ApplicationScoped
class Pages {

    private final Template queue;
    private final Template item;

    Pages(@Location("console/queue") Template queue, @Location("console/item") Template item) {
        this.queue = queue;
        this.item = item;
    }

    Uni<String> queue(QueueView view) {
        return queue.data("view", view).createUni();
    }

    Uni<String> item(ItemView view) {
        return item.data("view", view).createUni();
    }
}
