package io.outrider.qualify.wire;

import io.outrider.kit.page.PageToken;
import io.outrider.qualify.v1.ListVerdictsRequest;

/** What a caller wants to see of the list. */
public final class Listing {

    private Listing() {}

    /** Empty for all accounts. */
    public static String domain(ListVerdictsRequest request) {
        return request.getDomain().isEmpty() ? "" : Fields.domain(request.getDomain(), "domain");
    }

    /** The last verdict of the page before; empty for the first page. */
    public static String before(ListVerdictsRequest request) {
        return PageToken.decode(request.getPageToken())
                .map(place -> Fields.id(place.id(), "page_token"))
                .orElse("");
    }
}
