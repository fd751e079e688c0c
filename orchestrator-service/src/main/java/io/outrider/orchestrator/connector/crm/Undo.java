package io.outrider.orchestrator.connector.crm;

import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.Undoing.Undone;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Judge;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts field values back. Deletes nothing: a record we made is named, so that a person can archive it. */
final class Undo {

    private final CrmApi api;
    private final Judge judge;

    Undo(CrmApi api, Judge judge) {
        this.api = api;
        this.judge = judge;
    }

    Undone execute(BeforeImage image, String idempotencyKey) {
        if (image.created()) {
            return new Undone(new Outcome.Refused(
                    "the record " + image.id() + " was made by this effect; Outrider deletes nothing: "
                            + "archive it in the CRM if nobody needs it"));
        }
        return switch (api.read(image.type(), image.id(), image.written().keySet())) {
            case Found.Failed<CrmRecord>(Outcome outcome) -> new Undone(outcome);
            case Found.Nowhere<CrmRecord> ignored ->
                new Undone(new Outcome.Refused("the record " + image.id() + " is gone"));
            case Found.Here<CrmRecord>(CrmRecord present) -> restore(image, present, idempotencyKey);
        };
    }

    private Undone restore(BeforeImage image, CrmRecord present, String idempotencyKey) {
        var restored = new TreeMap<String, String>();
        var back = new TreeSet<String>();
        var changed = new TreeSet<String>();
        image.written().forEach((field, value) -> {
            var now = present.properties().getOrDefault(field, "");
            var before = image.before().getOrDefault(field, "");
            if (now.equals(before)) {
                // An undoing whose answer was lost has put it back.
                back.add(field);
            } else if (now.equals(value)) {
                restored.put(field, before);
            } else {
                changed.add(field);
            }
        });
        var detail = changed.isEmpty() ? "" : "; changed since, so kept: " + String.join(", ", changed);
        if (restored.isEmpty()) {
            return new Undone(
                    new Outcome.Done(image.id(), "nothing to put back" + detail),
                    List.copyOf(back),
                    List.copyOf(changed));
        }
        var answer = api.update(image.type(), image.id(), restored, idempotencyKey);
        var outcome = judge.ofWrite(
                answer, whole -> new Outcome.Done(CrmApi.idIn(whole), "put back " + restored.keySet() + detail));
        back.addAll(restored.keySet());
        return new Undone(outcome, List.copyOf(back), List.copyOf(changed));
    }
}
