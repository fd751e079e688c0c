package io.outrider.research.read;

import io.outrider.research.brief.PageText;
import java.util.List;

/** A page's text and where it leads. */
public record ReadPage(PageText page, List<Link> links) {

    public ReadPage {
        links = List.copyOf(links);
    }
}
