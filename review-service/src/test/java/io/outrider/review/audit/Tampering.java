package io.outrider.review.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** A chain of 40 events in somebody else's hands, who can change all that the database holds but not the checkpoint at event 30. */
final class Tampering {

    static final String WORKSPACE = "acme";
    static final int LENGTH = 40;
    static final int KEPT = 30;
    static final Instant T = Instant.parse("2026-11-01T12:00:00Z");

    final List<Link> chain = new ArrayList<>();
    final Checkpoint kept;
    long count = LENGTH;
    byte[] head;

    Tampering() {
        for (int i = 1; i <= LENGTH; i++) {
            chain.add(link(
                    i, entry(i), chain.isEmpty() ? Link.ROOT : chain.getLast().hash(), WORKSPACE));
        }
        head = chain.getLast().hash();
        var at = chain.get(KEPT - 1);
        kept = new Checkpoint(
                WORKSPACE, KEPT, HexFormat.of().formatHex(at.hash()), at.entry().time());
    }

    static Entry entry(int number) {
        return new Entry(
                T.plus(Duration.ofMinutes(number)), "DECIDED", "rhea", "itm_" + number, "{\"n\":" + number + "}");
    }

    /** Changes what an event says; its hashes stay. */
    void edit(int number, UnaryOperator<Entry> change) {
        var old = chain.get(number - 1);
        chain.set(number - 1, new Link(old.number(), change.apply(old.entry()), old.previousHash(), old.hash()));
    }

    /** Changes what an event says and hashes it anew. */
    void rehash(int number, UnaryOperator<Entry> change) {
        var old = chain.get(number - 1);
        chain.set(number - 1, link(number, change.apply(old.entry()), old.previousHash(), WORKSPACE));
    }

    /** Numbers and hashes every event anew from one on, and the head. */
    void restamp(int from, String workspace) {
        var hash = from == 1 ? Link.ROOT : chain.get(from - 2).hash();
        for (int i = from; i <= chain.size(); i++) {
            chain.set(i - 1, link(i, chain.get(i - 1).entry(), hash, workspace));
            hash = chain.get(i - 1).hash();
        }
        fixHead();
    }

    void fixHead() {
        count = chain.size();
        head = chain.isEmpty() ? Link.ROOT : chain.getLast().hash();
    }

    void remove(int from, int to) {
        chain.subList(from - 1, to).clear();
    }

    void swap(int one, int other) {
        Collections.swap(chain, one - 1, other - 1);
    }

    /** The first bad event; 0 where nothing is found. */
    long firstBad() {
        var walk = new ChainWalk(WORKSPACE, kept);
        for (var link : chain) {
            if (!walk.step(link)) {
                break;
            }
        }
        walk.end(count, head);
        return walk.problem().map(Problem::number).orElse(0L);
    }

    static Link link(long number, Entry entry, byte[] previous, String workspace) {
        return new Link(number, entry, previous, Link.hashOf(previous, number, entry.content(workspace)));
    }

    static byte[] flipped(byte[] hash) {
        var other = Arrays.copyOf(hash, hash.length);
        other[0] ^= 1;
        return other;
    }
}
