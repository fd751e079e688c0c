package io.outrider.research.crawl;

import io.outrider.research.brief.RejectedSource;
import io.outrider.research.brief.Snapshot;
import io.outrider.research.read.PageReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One visit of one site: home first, then what the sitemap and the links promise most of. */
final class SiteVisit {

    private static final int MOST_REJECTED = 20;

    private final Site site;
    private final Fetcher fetcher;
    private final PageReader reader;
    private final Frontier frontier = new Frontier();
    private final List<Snapshot> pages = new ArrayList<>();
    private final List<RejectedSource> rejected = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();
    private final int known;
    private int fetched;

    SiteVisit(Site site, Fetcher fetcher, PageReader reader, List<Snapshot> fresh) {
        this.site = site;
        this.fetcher = fetcher;
        this.reader = reader;
        fresh.stream().limit(site.pages()).forEach(page -> {
            frontier.visit(URI.create(page.url()));
            texts.add(page.sha256());
            pages.add(page);
        });
        this.known = pages.size();
    }

    Crawl run() throws InterruptedException {
        if (room() && home() && site.pages() > 1) {
            Sitemaps.offer(site, fetcher, frontier);
            rest();
        }
        return new Crawl(pages, pages.subList(known, pages.size()), rejected, fetched);
    }

    /**
     * By https, then with "www.", then by http: the next only where nobody answered at the one before.
     *
     * @return whether it is worth asking for more
     */
    private boolean home() throws InterruptedException {
        var doors = List.of(site.home("https", ""), site.home("https", "www."), site.home("http", ""));
        if (!frontier.visit(doors.getFirst())) {
            return true;
        }
        for (var door : doors) {
            try {
                take(door);
                return true;
            } catch (Refused e) {
                if (e.kind() != Refused.Kind.CONNECT || door.equals(doors.getLast())) {
                    reject(doors.getFirst(), e);
                    return e.kind() == Refused.Kind.ROBOTS || e.kind() == Refused.Kind.ANSWER;
                }
            }
        }
        return false;
    }

    private void rest() throws InterruptedException {
        for (var next = frontier.next(); next.isPresent() && room(); next = frontier.next()) {
            try {
                take(next.get());
            } catch (Refused e) {
                reject(next.get(), e);
            }
        }
    }

    private void take(URI url) throws Refused, InterruptedException {
        var page = fetcher.page(url, site);
        fetched++;
        frontier.visit(page.url());
        var read = reader.read(
                        page.url(), page.answer().contentType(), page.answer().body())
                .orElseThrow(() -> new Refused(
                        Refused.Kind.ANSWER, "not a page: " + page.answer().contentType()));
        for (var link : read.links()) {
            Urls.resolve(page.url(), link.url())
                    .filter(site::owns)
                    .ifPresent(target -> frontier.offer(target, Usefulness.of(target, link.text())));
        }
        if (read.page().text().isBlank()) {
            throw new Refused(Refused.Kind.ANSWER, "no text");
        }
        var snapshot =
                Snapshot.of(page.url().toString(), page.at(), page.answer().status(), read.page());
        if (texts.add(snapshot.sha256())) {
            pages.add(snapshot);
        }
    }

    /** Failed requests count too: a broken site gets no more of them than a good one. */
    private boolean room() {
        return pages.size() + rejected.size() < site.pages();
    }

    private void reject(URI url, Refused why) {
        if (rejected.size() < MOST_REJECTED) {
            rejected.add(new RejectedSource(url.toString(), why.reason()));
        }
    }
}
