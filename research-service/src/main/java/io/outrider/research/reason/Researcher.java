package io.outrider.research.reason;

/** Says what pages say. The result holds only findings whose quotes stand in the pages. */
public interface Researcher {

    /** Blocks: call it on a virtual thread. Never fails for what a page or a model does. */
    Research research(Dossier dossier);
}
