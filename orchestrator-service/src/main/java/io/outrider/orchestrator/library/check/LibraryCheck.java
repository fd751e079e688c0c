package io.outrider.orchestrator.library.check;

import io.outrider.orchestrator.library.yaml.LibraryReader;
import io.outrider.orchestrator.library.yaml.Problem;
import io.outrider.orchestrator.library.yaml.SourceFile;
import io.outrider.type.v1.Library;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads and judges a whole library: either it is sound, or every problem of it is told at once. */
public final class LibraryCheck {

    /** How many problems are told; the rest are counted. A wall of them helps nobody. */
    static final int MAX_TOLD = 200;

    /** What came of it. */
    public sealed interface Result {

        record Sound(Library library) implements Result {}

        /** @param problems never empty; by file and line */
        record Unsound(List<Problem> problems) implements Result {

            public Unsound {
                problems = List.copyOf(problems);
            }
        }
    }

    private LibraryCheck() {}

    public static Result check(List<SourceFile> files) {
        var reading = LibraryReader.read(files);
        var problems = new ArrayList<>(reading.problems());
        var findings = new Findings(reading.places(), problems);
        if (files.isEmpty()) {
            problems.add(new Problem("library", 0, "there are no files"));
        }
        new FormCheck(findings).check(reading.library());
        new RuleCheck(findings).check(reading.library());
        new SettingsCheck(findings).check(reading.library());
        if (reading.isWhole()) {
            checkWhole(reading.library(), findings);
        }
        return problems.isEmpty() ? new Result.Sound(reading.library()) : new Result.Unsound(told(problems));
    }

    /** What can only be said with every file read: what is missing. */
    private static void checkWhole(Library library, Findings findings) {
        if (!library.hasVendor() && !findings.isUnreadable("vendor")) {
            findings.add("", "the library has no \"vendor\"");
        }
        new ReferenceCheck(findings).check(library);
    }

    private static List<Problem> told(List<Problem> problems) {
        var sorted = problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
        if (sorted.size() <= MAX_TOLD) {
            return sorted;
        }
        var first = new ArrayList<>(sorted.subList(0, MAX_TOLD));
        first.add(new Problem("library", 0, (sorted.size() - MAX_TOLD) + " more problems"));
        return first;
    }
}
