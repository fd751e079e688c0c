package io.outrider.review.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainWalkTest {

    private static final Instant T = Instant.parse("2026-11-01T12:00:00Z");

    private final List<Link> chain = new ArrayList<>(chain("acme", 10));

    @Test
    void findsNothingInAnIntactChain() {
        assertThat(firstBad(null)).isZero();
        assertThat(firstBad(checkpoint(5))).isZero();
        assertThat(firstBad(checkpoint(10))).isZero();
    }

    @Test
    void findsAnEditOfAnyField() {
        var old = chain.get(3).entry();
        for (var edited : List.of(
                new Entry(old.time().plusNanos(1_000), old.kind(), old.actor(), old.itemId(), old.detail()),
                new Entry(old.time(), "GRANTED", old.actor(), old.itemId(), old.detail()),
                new Entry(old.time(), old.kind(), "mallory", old.itemId(), old.detail()),
                new Entry(old.time(), old.kind(), old.actor(), "itm_other", old.detail()),
                new Entry(old.time(), old.kind(), old.actor(), old.itemId(), "{}"),
                new Entry(old.time(), old.kind() + old.actor(), "", old.itemId(), old.detail()))) {
            chain.set(
                    3,
                    new Link(
                            4, edited, chain.get(3).previousHash(), chain.get(3).hash()));
            assertThat(firstBad(null)).isEqualTo(4);
        }
    }

    @Test
    void findsADeletion() {
        chain.remove(5);
        assertThat(firstBad(null)).isEqualTo(6);
    }

    @Test
    void findsAnInsertion() {
        var forged = new Entry(T, "GRANTED", "mallory", "itm_1", "{}");
        chain.add(5, link(6, forged, chain.get(4).hash(), "acme"));
        assertThat(firstBad(null)).isEqualTo(7);
    }

    @Test
    void findsASwap() {
        Collections.swap(chain, 2, 3);
        assertThat(firstBad(null)).isEqualTo(3);
    }

    @Test
    void findsACutTail() {
        chain.removeLast();
        assertThat(firstBad(null)).isEqualTo(10);
    }

    @Test
    void findsACutTailWhoseHeadWasCutToo() {
        var kept = checkpoint(10);
        chain.removeLast();
        assertThat(firstBad(kept, 9, chain.getLast().hash())).isEqualTo(10);
    }

    @Test
    void findsAChainThatWasStampedAnew() {
        var kept = checkpoint(8);
        var anew = chain("acme", 10, "nothing to see");
        chain.clear();
        chain.addAll(anew);
        assertThat(firstBad(null)).isZero();
        assertThat(firstBad(kept)).isEqualTo(8);
    }

    @Test
    void findsEventsOfAnotherWorkspace() {
        chain.clear();
        chain.addAll(chain("other", 10));
        assertThat(firstBad(null)).isEqualTo(1);
    }

    private long firstBad(@Nullable Checkpoint kept) {
        return firstBad(kept, 10, chain.getLast().hash());
    }

    private long firstBad(@Nullable Checkpoint kept, long count, byte[] head) {
        var walk = new ChainWalk("acme", kept);
        for (var link : chain) {
            if (!walk.step(link)) {
                break;
            }
        }
        walk.end(count, head);
        return walk.problem().map(Problem::number).orElse(0L);
    }

    private Checkpoint checkpoint(int count) {
        return new Checkpoint(
                "acme", count, HexFormat.of().formatHex(chain.get(count - 1).hash()), T);
    }

    private static List<Link> chain(String workspace, int length) {
        return chain(workspace, length, "{\"n\":1}");
    }

    private static List<Link> chain(String workspace, int length, String detail) {
        var links = new ArrayList<Link>();
        var hash = Link.ROOT;
        for (int i = 1; i <= length; i++) {
            var link = link(i, new Entry(T.plusSeconds(i), "DECIDED", "rhea", "itm_" + i, detail), hash, workspace);
            links.add(link);
            hash = link.hash();
        }
        return links;
    }

    private static Link link(long number, Entry entry, byte[] previous, String workspace) {
        return new Link(number, entry, previous, Link.hashOf(previous, number, entry.content(workspace)));
    }
}
