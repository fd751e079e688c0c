package io.outrider.research.crawl;

import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Pages still to be read, the most useful first. Each is offered once. */
final class Frontier {

    private static final int MOST = 2_000;

    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(
            Comparator.comparingInt(Candidate::score).reversed().thenComparingInt(Candidate::order));
    private final Set<String> seen = new HashSet<>();

    void offer(URI url, int score) {
        if (score > Usefulness.NEVER && seen.size() < MOST && seen.add(Urls.key(url))) {
            queue.add(new Candidate(url, score, seen.size()));
        }
    }

    /** Marks a page as read, so that no link to it is followed. False where it was read or offered before. */
    boolean visit(URI url) {
        return seen.add(Urls.key(url));
    }

    Optional<URI> next() {
        return Optional.ofNullable(queue.poll()).map(Candidate::url);
    }

    private record Candidate(URI url, int score, int order) {}
}
