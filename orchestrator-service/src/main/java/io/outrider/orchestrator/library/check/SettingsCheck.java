package io.outrider.orchestrator.library.check;

import static java.util.Map.entry;

import io.outrider.type.v1.Library;
import io.outrider.type.v1.PlaybookAction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks the settings of actions: one that nobody reads, or that cannot be read, would do nothing and say nothing. */
final class SettingsCheck {

    private static final String DUE_DAYS = "due_days";
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,3}");

    /** By action type, sorted. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            entry("crm.company.upsert", List.of(OwnerRules.SETTING)),
            entry("crm.contact.upsert", List.of(OwnerRules.SETTING)),
            entry("crm.deal.update", List.of("from_stage", "stage")),
            entry("email.send", List.of("from_name")),
            entry("sequence.enrol", List.of("sequence_id")),
            entry("slack.message.post", List.of("channel")),
            entry("task.create", List.of(DUE_DAYS, OwnerRules.SETTING, "subject")),
            entry("webhook.post", List.of("event")));

    private final Findings findings;

    SettingsCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Library library) {
        Walk.messages(library, "", (message, path) -> {
            if (message instanceof PlaybookAction action && KNOWN.containsKey(action.getType())) {
                new TreeMap<>(action.getSettingsMap())
                        .forEach((name, value) ->
                                check(action.getType(), name, value, Walk.child(path + ".settings", name)));
            }
        });
    }

    private void check(String actionType, String name, String value, String path) {
        var known = KNOWN.getOrDefault(actionType, List.of());
        if (!known.contains(name)) {
            findings.add(
                    path,
                    "%s has no setting \"%s\"; it has %s"
                            .formatted(actionType, Vocabulary.shown(name), String.join(", ", known)));
        } else if (value.isBlank()) {
            findings.add(path, "\"" + name + "\" is empty");
        } else if (name.equals(OwnerRules.SETTING)) {
            OwnerRules.of(value).problems().forEach(problem -> findings.add(path, problem));
        } else if (name.equals(DUE_DAYS) && !DAYS.matcher(value).matches()) {
            findings.add(path, "\"" + Vocabulary.shown(value) + "\" is no number of days between 0 and 999");
        }
    }
}
