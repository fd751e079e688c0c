package io.outrider.research.brief;

import java.util.List;

/** What a researcher would put first. Values of findings, not text: only claims ever reach the brief. */
public record Emphasis(List<Finding> summary, List<Hooked> hooks) {

    public static final Emphasis NONE = new Emphasis(List.of(), List.of());

    public Emphasis {
        summary = List.copyOf(summary);
        hooks = List.copyOf(hooks);
    }

    /** A hook's wording and the findings it rests on. */
    public record Hooked(String text, List<Finding> findings) {

        public Hooked {
            findings = List.copyOf(findings);
        }
    }
}
