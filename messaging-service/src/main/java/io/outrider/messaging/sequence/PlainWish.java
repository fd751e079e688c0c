package io.outrider.messaging.sequence;

import io.outrider.messaging.draft.Draft;
import io.outrider.messaging.draft.DraftSentence;
import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.draft.DraftStep;
import io.outrider.messaging.draft.Fitting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The few wishes that code can grant without understanding language: it takes away, and never writes. */
sealed interface PlainWish {

    Pattern SHORTER = Pattern.compile(
            "(?:please )?(?:make (?:it|this|them|the \\w+) )?(?:a (?:bit|little) |much )?shorter(?: please)?");
    Pattern WITHOUT_STEP =
            Pattern.compile("(?:please )?(?:drop|remove|delete) (?:step|message|email) (\\d)(?: please)?");

    Draft grant(List<DraftStep> steps);

    /** Empty where it takes a model to understand the instruction. */
    static Optional<PlainWish> read(String instruction) {
        var plain = instruction.strip().toLowerCase(Locale.ROOT).replaceFirst("[.!]+$", "");
        if (SHORTER.matcher(plain).matches()) {
            return Optional.of(new Shorter());
        }
        var without = WITHOUT_STEP.matcher(plain);
        return without.matches() ? Optional.of(new Without(Integer.parseInt(without.group(1)))) : Optional.empty();
    }

    /** Each message keeps its first sentence and its call to action. */
    record Shorter() implements PlainWish {

        @Override
        public Draft grant(List<DraftStep> steps) {
            var shorter = steps.stream()
                    .map(step -> step.with(shorter(step.sentences())))
                    .toList();
            return new Draft(shorter, "Made shorter: what the messages stand without was taken out.");
        }

        private static List<DraftSentence> shorter(List<DraftSentence> sentences) {
            var kept = new ArrayList<DraftSentence>();
            boolean first = true;
            for (var sentence : sentences) {
                boolean plain = sentence.part() == Part.CONTENT || sentence.part() == Part.OPTIONAL;
                if (!plain || first) {
                    kept.add(sentence);
                }
                first &= !plain;
            }
            return Fitting.renumbered(kept);
        }
    }

    /** @param number from 1, as people count */
    record Without(int number) implements PlainWish {

        @Override
        public Draft grant(List<DraftStep> steps) {
            var left = new ArrayList<>(steps);
            if (number >= 1 && number <= left.size() && left.size() > 1) {
                left.remove(number - 1);
            }
            return new Draft(
                    left,
                    left.size() == steps.size()
                            ? "There is no such message to take out."
                            : "Message " + number + " was taken out.");
        }
    }
}
