package io.outrider.messaging.model;

import io.outrider.messaging.draft.DraftStep;
import io.outrider.messaging.material.Fact;
import io.outrider.messaging.material.Material;
import java.util.List;
import java.util.regex.Pattern;

/** Puts untrusted text between tags that it cannot close. */
final class Fences {

    /** The brief's first facts are its best, and the prompt stays bounded. */
    private static final int MAX_FACTS = 40;

    private static final int MAX_CHARS = 400;
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");

    private final StringBuilder out = new StringBuilder();

    private Fences() {}

    static String material(Material material) {
        var fences = new Fences();
        fences.parties(material);
        material.usableFacts().stream().limit(MAX_FACTS).forEach(fences::fact);
        for (var prop : material.valueProps()) {
            fences.add("value_prop", prop.id(), prop.text() + proofs(prop.proofPointIds()));
        }
        material.proofPoints().forEach((id, text) -> fences.add("proof", id, text));
        fences.add("voice", "", voice(material));
        return fences.out.toString();
    }

    /** One message per step, its sentences in lines. */
    static String draft(List<DraftStep> steps) {
        var fences = new Fences();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            fences.out
                    .append("<step id=\"")
                    .append(i)
                    .append("\" subject=\"")
                    .append(escape(step.subject()))
                    .append("\">\n");
            step.sentences().stream()
                    .filter(sentence -> sentence.isSubstance())
                    .forEach(sentence ->
                            fences.out.append(escape(sentence.text())).append('\n'));
            fences.out.append("</step>\n");
        }
        return fences.out.toString();
    }

    static String instruction(String instruction) {
        return escape(instruction);
    }

    private void parties(Material material) {
        var contact = material.contact();
        out.append("<contact first_name=\"")
                .append(escape(contact.firstName()))
                .append("\" last_name=\"")
                .append(escape(contact.lastName()))
                .append("\" title=\"")
                .append(escape(contact.title()))
                .append("\" company=\"")
                .append(escape(material.account().spokenName()))
                .append("\"></contact>\n");
        add(
                "product",
                material.product().id(),
                material.product().name() + ": " + material.product().summary());
        add(
                "persona",
                material.persona().id(),
                String.join("; ", material.persona().painPoints()));
        add("playbook", material.playbook().id(), material.playbook().angle());
        add("vendor", "", material.vendor().name());
    }

    private void fact(Fact fact) {
        var quote = fact.quotes().isEmpty() ? "" : " | " + fact.quotes().getFirst();
        add("fact", fact.id(), fact.predicate() + ": " + cut(fact.value()) + cut(quote));
    }

    private static String proofs(List<String> ids) {
        return ids.isEmpty() ? "" : " (proof: " + String.join(", ", ids) + ")";
    }

    private static String voice(Material material) {
        var voice = material.voice();
        return String.join(", ", voice.tone())
                + (voice.bannedPhrases().isEmpty() ? "" : ". Never: " + String.join("; ", voice.bannedPhrases()));
    }

    private void add(String tag, String id, String text) {
        out.append('<').append(tag);
        if (!id.isEmpty()) {
            out.append(" id=\"").append(escape(id)).append('"');
        }
        out.append('>').append(escape(cut(text))).append("</").append(tag).append(">\n");
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
    }

    /** One line, no tag, nothing invisible. */
    static String escape(String text) {
        var line = BREAKS.matcher(text).replaceAll(" ");
        return line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
