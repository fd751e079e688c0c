package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** Pages of second looks: the list, and one item as if nobody had decided it. */
final class SecondLookView {

    private SecondLookView() {}

    @TemplateData
    record Waiting(Session who, List<QueueView.Row> rows) {}

    /** @param item with nothing in it that the first decision left */
    @TemplateData
    record One(Session who, ItemView item) {}
}
