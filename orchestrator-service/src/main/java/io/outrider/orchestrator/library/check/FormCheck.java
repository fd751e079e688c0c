package io.outrider.orchestrator.library.check;

import static java.util.Map.entry;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.outrider.type.v1.Library;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks each object by itself: what it must have, its id, its words, its sizes. */
final class FormCheck {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,62}");
    private static final int MAX_TEXT = 10_000;
    private static final int MAX_OBJECTS = 5_000;
    private static final int MAX_BYTES = 3 * 1024 * 1024;

    /** By message name: what an object is useless without. */
    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            entry("Vendor", List.of("name", "domain")),
            entry("Product", List.of("id", "name")),
            entry("Persona", List.of("id", "name")),
            entry("Segment", List.of("id", "name")),
            entry("UseCase", List.of("id", "name")),
            entry("Competitor", List.of("id", "name")),
            entry("ProofPoint", List.of("id", "text")),
            entry("BrandVoice", List.of("id", "name")),
            entry("Playbook", List.of("id", "name", "product_id")),
            entry("ValueProp", List.of("id", "text")),
            entry("Trigger", List.of("id", "name", "rule")),
            entry("PlaybookAction", List.of("type")),
            entry("StepPolicy", List.of("step")),
            entry("QualifyingQuestion", List.of("id", "question", "fit_type", "weight")));

    private final Findings findings;
    private final Map<String, Set<String>> idsByKind = new HashMap<>();
    private final Vocabulary vocabulary;
    private int objects;

    FormCheck(Findings findings) {
        this.findings = findings;
        this.vocabulary = new Vocabulary(findings);
    }

    void check(Library library) {
        Walk.messages(library, "", this::checkMessage);
        if (objects > MAX_OBJECTS) {
            findings.add("", "the library has %,d objects; at most %,d are allowed".formatted(objects, MAX_OBJECTS));
        }
        if (library.getSerializedSize() > MAX_BYTES) {
            findings.add("", "the library is larger than %,d bytes".formatted(MAX_BYTES));
        }
    }

    private void checkMessage(Message message, String path) {
        objects++;
        checkRequired(message, path);
        checkId(message, path);
        message.getAllFields().forEach((field, value) -> checkText(field, value, Walk.child(path, field.getName())));
        vocabulary.check(message, path);
    }

    private void checkRequired(Message message, String path) {
        var type = message.getDescriptorForType();
        for (var name : REQUIRED.getOrDefault(type.getName(), List.of())) {
            var fieldPath = Walk.child(path, name);
            var field = type.findFieldByName(name);
            if (isSet(message, field) || findings.isUnreadable(fieldPath)) {
                continue;
            }
            if (findings.wasWritten(fieldPath)) {
                findings.add(fieldPath, "\"" + name + "\" is empty");
            } else {
                findings.add(path, type.getName() + " has no \"" + name + "\"");
            }
        }
    }

    private static boolean isSet(Message message, FieldDescriptor field) {
        return field.hasPresence()
                ? message.hasField(field)
                : !message.getField(field).equals(field.getDefaultValue())
                        && !message.getField(field).toString().isBlank();
    }

    private void checkId(Message message, String path) {
        var type = message.getDescriptorForType();
        var field = type.findFieldByName("id");
        var id = field == null ? "" : message.getField(field).toString();
        if (id.isEmpty()) {
            return;
        }
        if (!ID.matcher(id).matches()) {
            findings.add(Walk.child(path, "id"), "the id \"" + Vocabulary.shown(id) + "\" must match " + ID.pattern());
        } else if (!idsByKind
                .computeIfAbsent(type.getName(), kind -> new HashSet<>())
                .add(id)) {
            findings.add(Walk.child(path, "id"), "another " + type.getName() + " has the id \"" + id + "\"");
        }
    }

    private void checkText(FieldDescriptor field, Object value, String path) {
        if (field.isMapField()) {
            return;
        }
        if (field.isRepeated()) {
            var elements = (List<?>) value;
            for (int i = 0; i < elements.size(); i++) {
                checkText(elements.get(i), path + "[" + i + "]", field.getName());
            }
        } else {
            checkText(value, path, field.getName());
        }
    }

    private void checkText(Object value, String path, String name) {
        if (!(value instanceof String text)) {
            return;
        }
        if (text.length() > MAX_TEXT) {
            findings.add(path, "\"%s\" is longer than %,d characters".formatted(name, MAX_TEXT));
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            findings.add(path, "\"" + name + "\" has control characters");
        }
    }
}
