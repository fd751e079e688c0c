package io.outrider.messaging.model;

import io.outrider.messaging.draft.Assignment;
import io.outrider.messaging.draft.Cadence;
import io.outrider.messaging.draft.Draft;
import io.outrider.messaging.draft.DraftSentence;
import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.draft.DraftStep;
import io.outrider.messaging.draft.Envelope;
import io.outrider.messaging.draft.Fitting;
import io.outrider.messaging.ground.Forms;
import io.outrider.messaging.material.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a draft of a model's answer: bounded, with our own greeting and signature, and with nothing else added. */
final class DraftReader {

    private static final int MAX_SENTENCES = 25;
    private static final int MAX_CHARS = 600;
    private static final int MAX_SUBJECT_CHARS = 200;
    private static final int MAX_PARAGRAPH = 20;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private DraftReader() {}

    /** Messages without a single sentence are left out, so the draft may be empty. */
    static Draft read(ModelDraft answer, Assignment assignment) {
        var steps = new ArrayList<DraftStep>();
        for (var step : present(answer.steps()).toList()) {
            var sentences = sentences(step);
            if (!sentences.isEmpty() && steps.size() < assignment.steps()) {
                steps.add(
                        step(steps.size(), text(step.subject(), MAX_SUBJECT_CHARS), sentences, assignment.material()));
            }
        }
        return new Draft(steps, "The model's reason: " + text(answer.rationale(), MAX_CHARS));
    }

    private static DraftStep step(int index, String subject, List<DraftSentence> sentences, Material material) {
        var fitted = Fitting.toWords(
                Envelope.around(material, Fitting.renumbered(sentences)),
                material.voice().maxWords());
        return new DraftStep(Cadence.day(index), subject, fitted, argued(sentences, material));
    }

    /** The value proposition whose proof the message cites. */
    private static String argued(List<DraftSentence> sentences, Material material) {
        var cited = sentences.stream().flatMap(s -> s.proofPointIds().stream()).toList();
        return material.valueProps().stream()
                .filter(prop -> prop.proofPointIds().stream().anyMatch(cited::contains))
                .map(prop -> prop.id())
                .findFirst()
                .orElse("");
    }

    private static List<DraftSentence> sentences(ModelDraft.Step step) {
        var all = present(step.sentences())
                .filter(sentence -> !text(sentence.text(), MAX_CHARS).isEmpty())
                .limit(MAX_SENTENCES)
                .toList();
        int from = !all.isEmpty() && Forms.isGreeting(text(all.getFirst().text(), MAX_CHARS)) ? 1 : 0;
        int to = all.size();
        while (to > from && Forms.isSignOff(text(all.get(to - 1).text(), MAX_CHARS))) {
            to--;
        }
        var read = new ArrayList<DraftSentence>();
        for (int i = from; i < to; i++) {
            read.add(sentence(all.get(i), i == from || i == to - 1));
        }
        return read;
    }

    private static DraftSentence sentence(ModelDraft.Sentence sentence, boolean edge) {
        var text = text(sentence.text(), MAX_CHARS);
        var part = Forms.isQuestion(text) ? Part.CALL_TO_ACTION : edge ? Part.CONTENT : Part.OPTIONAL;
        int paragraph = Math.clamp(Objects.requireNonNullElse(sentence.paragraph(), 0), 0, MAX_PARAGRAPH);
        return new DraftSentence(text, paragraph, ids(sentence.factIds()), ids(sentence.proofPointIds()), part);
    }

    private static List<String> ids(@Nullable List<@Nullable String> ids) {
        return present(ids)
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(20)
                .toList();
    }

    private static String text(@Nullable String text, int max) {
        var line = text == null ? "" : SPACES.matcher(text).replaceAll(" ").strip();
        return line.length() <= max ? line : line.substring(0, max);
    }

    @SuppressWarnings("NullAway") // the filter leaves no null
    private static <T> Stream<T> present(@Nullable List<@Nullable T> list) {
        return list == null
                ? Stream.empty()
                : list.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
