package io.outrider.review.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How blind second looks agreed with the first decisions.
 *
 * @param byReviewer each with everybody else, their own judgement first
 * @param pairs most items first
 */
public record SecondLookFigures(Map<String, Agreement> byReviewer, List<Pair> pairs) {

    public SecondLookFigures {
        byReviewer = Map.copyOf(byReviewer);
        pairs = List.copyOf(pairs);
    }

    public Agreement of(String reviewer) {
        return byReviewer.getOrDefault(reviewer, Agreement.NONE);
    }

    /** Who decided first does not matter to a pair. */
    static SecondLookFigures of(List<Pair> looks) {
        var people = new TreeMap<String, Agreement>();
        var pairs = new TreeMap<String, Pair>();
        for (var look : looks) {
            people.merge(look.one(), look.agreement(), Agreement::plus);
            people.merge(look.other(), look.agreement().turned(), Agreement::plus);
            var pair = look.one().compareTo(look.other()) < 0 ? look : look.turned();
            pairs.merge(pair.one() + "\n" + pair.other(), pair, Pair::plus);
        }
        var sorted = new ArrayList<>(pairs.values());
        sorted.sort((a, b) -> Long.compare(b.agreement().items(), a.agreement().items()));
        return new SecondLookFigures(people, sorted);
    }

    /** Two people. */
    public record Pair(String one, String other, Agreement agreement) {

        Pair turned() {
            return new Pair(other, one, agreement.turned());
        }

        Pair plus(Pair more) {
            return new Pair(one, other, agreement.plus(more.agreement));
        }
    }
}
