package io.outrider.research.brief;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that research of one account came back with. */
public record Reading(
        List<Snapshot> pages,
        List<RejectedSource> rejected,
        List<Finding> findings,
        List<Person> people,
        Emphasis emphasis,
        int fabricated) {

    public Reading {
        pages = List.copyOf(pages);
        rejected = List.copyOf(rejected);
        findings = List.copyOf(findings);
        people = List.copyOf(people);
    }

    /** The last gate before anything is stored: every quote stands in one of the pages, at its offsets. */
    void check() {
        var byId = pages.stream().collect(Collectors.toMap(Snapshot::id, Function.identity(), (one, same) -> one));
        for (var finding : findings) {
            check(finding.evidence(), byId.get(finding.evidence().snapshotId()));
        }
        for (var person : people) {
            person.basis().forEach(basis -> basis.evidence().forEach(e -> check(e, byId.get(e.snapshotId()))));
        }
    }

    private static void check(Evidence evidence, @Nullable Snapshot page) {
        if (page == null || !evidence.standsIn(page)) {
            throw new IllegalStateException("A quote does not stand in its page: " + evidence.id());
        }
    }
}
