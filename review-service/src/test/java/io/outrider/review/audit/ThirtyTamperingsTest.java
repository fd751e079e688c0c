package io.outrider.review.audit;

import static io.outrider.review.audit.Tampering.entry;
import static io.outrider.review.audit.Tampering.flipped;
import static io.outrider.review.audit.Tampering.link;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to tamper with a chain that we could think of: each is found, and the first bad event is named. */
class ThirtyTamperingsTest {

    @Test
    void findsNothingInAnIntactChain() {
        assertThat(new Tampering().firstBad()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void namesTheFirstBadEvent(String what, long firstBad, Consumer<Tampering> tamper) {
        var chain = new Tampering();
        tamper.accept(chain);

        assertThat(chain.firstBad()).isEqualTo(firstBad);
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(edits(), deletions(), insertions(), orders(), restamps())
                .flatMap(stream -> stream);
    }

    private static Stream<Arguments> edits() {
        return Stream.of(
                edit(
                        "time by a microsecond",
                        e -> new Entry(e.time().plusNanos(1_000), e.kind(), e.actor(), e.itemId(), e.detail())),
                edit("kind", e -> new Entry(e.time(), "GRANTED", e.actor(), e.itemId(), e.detail())),
                edit("actor", e -> new Entry(e.time(), e.kind(), "mallory", e.itemId(), e.detail())),
                edit("item", e -> new Entry(e.time(), e.kind(), e.actor(), "itm_1", e.detail())),
                edit("detail", e -> new Entry(e.time(), e.kind(), e.actor(), e.itemId(), "{}")),
                edit(
                        "a space in the detail",
                        e -> new Entry(e.time(), e.kind(), e.actor(), e.itemId(), e.detail() + " ")),
                edit(
                        "a letter that looks the same",
                        e -> new Entry(e.time(), e.kind(), "rhe\u0430", e.itemId(), e.detail())),
                edit(
                        "text moved to the next field",
                        e -> new Entry(e.time(), e.kind() + e.actor(), "", e.itemId(), e.detail())),
                of(
                        "its hash",
                        17,
                        c -> set(c, 17, old -> new Link(17, old.entry(), old.previousHash(), flipped(old.hash())))),
                of(
                        "the hash before it",
                        17,
                        c -> set(c, 17, old -> new Link(17, old.entry(), flipped(old.previousHash()), old.hash()))),
                of(
                        "its number",
                        17,
                        c -> set(c, 17, old -> new Link(1_000, old.entry(), old.previousHash(), old.hash()))),
                of(
                        "content and hash together",
                        18,
                        c -> c.rehash(17, e -> new Entry(e.time(), e.kind(), "mallory", e.itemId(), e.detail()))),
                of("the last one's content and hash", 40, c -> c.rehash(40, e -> entry(40 + 1))));
    }

    private static Stream<Arguments> deletions() {
        return Stream.of(
                of("the first deleted", 1, c -> c.remove(1, 1)),
                of("one in the middle deleted", 17, c -> c.remove(17, 17)),
                of("a range deleted", 10, c -> c.remove(10, 20)),
                of("the tail cut", 36, c -> c.remove(36, 40)),
                of("the tail cut with its head, behind the checkpoint", 21, c -> {
                    c.remove(21, 40);
                    c.fixHead();
                }),
                of("everything deleted", 1, c -> c.remove(1, 40)),
                of("everything deleted with the head", 1, c -> {
                    c.remove(1, 40);
                    c.fixHead();
                }),
                of("the middle cut and the rest stamped anew", Tampering.KEPT, c -> {
                    c.remove(25, 25);
                    c.restamp(25, Tampering.WORKSPACE);
                }));
    }

    private static Stream<Arguments> insertions() {
        return Stream.of(
                of("a copy beside its original", 18, c -> c.chain.add(17, c.chain.get(16))),
                of(
                        "one that follows rightly",
                        18,
                        c -> c.chain.add(16, link(17, entry(16), c.chain.get(15).hash(), Tampering.WORKSPACE))),
                of("one before the first", 1, c -> c.chain.addFirst(link(0, entry(0), Link.ROOT, Tampering.WORKSPACE))),
                of("one behind the head", 41, c -> c.chain.add(link(41, entry(41), c.head, Tampering.WORKSPACE))),
                of("one more, and the rest stamped anew", Tampering.KEPT, c -> {
                    c.chain.add(19, link(20, entry(19), Link.ROOT, Tampering.WORKSPACE));
                    c.restamp(20, Tampering.WORKSPACE);
                }));
    }

    private static Stream<Arguments> orders() {
        return Stream.of(
                of("neighbours swapped", 17, c -> c.swap(17, 18)),
                of("first and last swapped", 1, c -> c.swap(1, 40)),
                of("contents swapped, hashes in place", 17, c -> {
                    var one = c.chain.get(16).entry();
                    var other = c.chain.get(17).entry();
                    c.edit(17, e -> other);
                    c.edit(18, e -> one);
                }),
                of("back-dated at the end, hashed rightly", 41, c -> {
                    var old = new Entry(Tampering.T, "GRANTED", "mallory", "itm_9", "{}");
                    c.chain.add(link(41, old, c.head, Tampering.WORKSPACE));
                    c.fixHead();
                }),
                of("back-dated and stamped anew behind the checkpoint", 35, c -> {
                    c.edit(
                            35,
                            e -> new Entry(
                                    e.time().minus(Duration.ofDays(1)), e.kind(), e.actor(), e.itemId(), e.detail()));
                    c.restamp(35, Tampering.WORKSPACE);
                }));
    }

    private static Stream<Arguments> restamps() {
        return Stream.of(
                of("the whole chain stamped anew with another actor", Tampering.KEPT, c -> {
                    c.edit(5, e -> new Entry(e.time(), e.kind(), "mallory", e.itemId(), e.detail()));
                    c.restamp(1, Tampering.WORKSPACE);
                }),
                of("the whole chain stamped for another workspace", 1, c -> c.restamp(1, "other")),
                of("the tail cut and filled again", Tampering.KEPT, c -> {
                    c.remove(26, 40);
                    for (int i = 26; i <= 40; i++) {
                        c.chain.add(link(i, entry(i + 1), Link.ROOT, Tampering.WORKSPACE));
                    }
                    c.restamp(26, Tampering.WORKSPACE);
                }),
                of("only the head's hash", 40, c -> c.head = flipped(c.head)),
                of("only the head's count", 41, c -> c.count = 41));
    }

    private static Arguments edit(String what, java.util.function.UnaryOperator<Entry> change) {
        return of("edited: " + what, 17, chain -> chain.edit(17, change));
    }

    private static void set(Tampering chain, int number, java.util.function.UnaryOperator<Link> change) {
        chain.chain.set(number - 1, change.apply(chain.chain.get(number - 1)));
    }

    private static Arguments of(String what, long firstBad, Consumer<Tampering> tamper) {
        return Arguments.of(what, firstBad, tamper);
    }
}
