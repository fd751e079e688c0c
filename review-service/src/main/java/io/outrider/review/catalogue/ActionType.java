package io.outrider.review.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * One kind of action that may be asked for. Only {@link Catalogue} makes them.
 *
 * @param target what it touches, connector first, for example "crm.company"
 * @param highBlastFrom from how many people or records on the blast radius is high
 * @param scopes what the connector's credential must allow
 * @param undo how it is undone; empty where it cannot be
 */
public record ActionType(
        String target,
        Verb verb,
        String description,
        Reversibility reversibility,
        int highBlastFrom,
        List<String> scopes,
        String undo) {

    public ActionType {
        scopes = List.copyOf(scopes);
        if (highBlastFrom < 1) {
            throw new IllegalArgumentException("highBlastFrom must be at least 1");
        }
        if (undo.isEmpty() != (reversibility == Reversibility.IRREVERSIBLE)) {
            throw new IllegalArgumentException("What can be undone says how, and only that");
        }
    }

    /** For example "crm.company.upsert". */
    public String name() {
        return target + "." + verb.name().toLowerCase(Locale.ROOT);
    }

    public String connector() {
        var dot = target.indexOf('.');
        return dot < 0 ? target : target.substring(0, dot);
    }

    public boolean irreversible() {
        return reversibility == Reversibility.IRREVERSIBLE;
    }
}
