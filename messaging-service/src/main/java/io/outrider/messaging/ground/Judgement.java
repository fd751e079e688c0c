package io.outrider.messaging.ground;

import java.util.List;
import java.util.stream.Stream;

/** What carries a piece of a sentence. */
record Judgement(Support support, List<String> claimIds, List<String> pointIds, String problem) {

    static Judgement none(String problem) {
        return new Judgement(Support.NONE, List.of(), List.of(), problem);
    }

    /** Of a sentence in two pieces each must be carried, and it rests on what both rest on. */
    Judgement with(Judgement other) {
        if (support == Support.NONE) {
            return this;
        }
        if (other.support == Support.NONE) {
            return other;
        }
        return new Judgement(
                support.compareTo(other.support) <= 0 ? support : other.support,
                union(claimIds, other.claimIds),
                union(pointIds, other.pointIds),
                "");
    }

    private static List<String> union(List<String> left, List<String> right) {
        return Stream.concat(left.stream(), right.stream()).distinct().toList();
    }
}
