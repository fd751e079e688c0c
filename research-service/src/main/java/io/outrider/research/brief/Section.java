package io.outrider.research.brief;

import java.util.List;

/** A part of the brief for people; every line comes from a claim. */
public record Section(Kind kind, String markdown, List<String> claimIds) {

    public Section {
        claimIds = List.copyOf(claimIds);
    }

    /** In reading order. */
    public enum Kind {
        COMPANY,
        INDUSTRY,
        FINANCIAL,
        NEWS,
        TECH,
        HIRING,
        LEADERSHIP,
        COMPETITION
    }
}
