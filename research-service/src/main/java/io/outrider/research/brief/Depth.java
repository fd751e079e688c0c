package io.outrider.research.brief;

/** How much work a brief may take. */
public enum Depth {
    LITE(1),
    BASE(8),
    CORE(20),
    PRO(50);

    private final int pages;

    Depth(int pages) {
        this.pages = pages;
    }

    /** Pages of the site that may be fetched, robots.txt and sitemaps not counted. */
    public int pages() {
        return pages;
    }

    public boolean covers(Depth other) {
        return pages >= other.pages;
    }
}
