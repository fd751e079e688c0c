package io.outrider.research.app;

import io.outrider.research.brief.Brief;
import io.outrider.research.brief.Snapshot;
import io.outrider.research.brief.Work;
import java.util.List;

/**
 * A brief, and what there is to store of it.
 *
 * @param pages that were read for it now; what was known before is stored already
 * @param isNew whether it must be stored
 * @param byModel whether a model's answer went into it
 */
public record Made(Brief brief, Work work, List<Snapshot> pages, boolean isNew, boolean byModel) {

    public Made {
        pages = List.copyOf(pages);
    }

    static Made again(Brief brief, Work work) {
        return new Made(brief, work, List.of(), false, false);
    }
}
