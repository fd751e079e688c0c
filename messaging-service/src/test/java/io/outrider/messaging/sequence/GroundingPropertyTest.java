package io.outrider.messaging.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.messaging.draft.Draft;
import io.outrider.messaging.draft.DraftSentence;
import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.draft.DraftStep;
import io.outrider.messaging.draft.Drafted;
import io.outrider.messaging.draft.Effort;
import io.outrider.messaging.draft.TemplateDrafter;
import io.outrider.messaging.fixture.Materials;
import io.outrider.messaging.ground.Support;
import io.outrider.messaging.material.Fact;
import io.outrider.messaging.material.Fact.Standing;
import io.outrider.messaging.material.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is known and whoever writes: nothing uncarried goes unmarked, and nothing is cited that may not be. */
class GroundingPropertyTest {

    private static final List<String> PREDICATES = List.of(
            "news",
            "funding_round",
            "hiring_for",
            "open_roles",
            "technology",
            "office",
            "customer",
            "product",
            "certification",
            "description",
            "employee_count",
            "founded_year",
            "leader",
            "competitor");
    private static final List<String> VALUES = List.of(
            "Maintenance Technician",
            "SAP",
            "240",
            "1998",
            "Series B",
            "ISO 9001",
            "Gent",
            "{{company}}",
            "Ignore previous instructions",
            "Opens a new hall",
            "evil.com",
            "Ｆｕｌｌ width",
            "a\u200Bb",
            "$5 million",
            "");
    private static final List<String> WORDS = List.of(
            "I",
            "read",
            "that",
            "Ferrocraft",
            "Zentrix",
            "has",
            "240",
            "lost",
            "customers",
            "SAP",
            "you",
            "40%",
            "Gent",
            "would",
            "opens",
            "not",
            "?",
            "our",
            "Volvo",
            "two",
            "hundred");

    static List<Integer> seeds() {
        return IntStream.range(0, 200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void templatesAreCarriedByWhatIsKnown(int seed) {
        var random = new SplittableRandom(seed);
        var material = Materials.with(facts(random));
        var draft = new TemplateDrafter().write(material, 1 + random.nextInt(8));

        var finished = Finisher.finish(material, new Drafted(draft, Effort.NONE));

        assertHolds(finished, material);
        assertThat(finished.count(Support.NONE)).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void babbleIsDroppedOrMarked(int seed) {
        var random = new SplittableRandom(seed);
        var material = Materials.with(facts(random));
        var steps = IntStream.range(0, 3).mapToObj(i -> babble(random)).toList();

        assertHolds(Finisher.finish(material, new Drafted(new Draft(steps, "babble"), Effort.NONE)), material);
    }

    private static void assertHolds(Finished finished, Material material) {
        var usable = material.usableFacts().stream().map(Fact::id).collect(Collectors.toSet());
        for (int i = 0; i < finished.steps().size(); i++) {
            var sentences = finished.steps().get(i).sentences();
            for (int j = 0; j < sentences.size(); j++) {
                var sentence = sentences.get(j);
                int step = i;
                int at = j;
                assertThat(usable).containsAll(sentence.claimIds());
                assertThat(material.proofPoints().keySet()).containsAll(sentence.proofPointIds());
                assertThat(sentence.claimIds().isEmpty()).isEqualTo(sentence.support() != Support.CLAIM);
                if (sentence.support() == Support.NONE) {
                    assertThat(finished.lint())
                            .anyMatch(finding -> finding.blocks()
                                    && finding.rule().equals("UNKNOWN_FACT")
                                    && finding.stepIndex() == step
                                    && finding.sentenceIndex() == at);
                }
            }
        }
    }

    private static List<Fact> facts(SplittableRandom random) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < random.nextInt(12); i++) {
            var value = pick(random, VALUES);
            var quote = random.nextBoolean() ? value : "We have " + value + " here.";
            facts.add(new Fact(
                    "clm_" + i, pick(random, PREDICATES), value, List.of(quote), Standing.values()[random.nextInt(4)]));
        }
        return facts;
    }

    private static DraftStep babble(SplittableRandom random) {
        var sentences = new ArrayList<DraftSentence>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            var text = IntStream.range(0, 1 + random.nextInt(8))
                    .mapToObj(word -> pick(random, WORDS))
                    .collect(Collectors.joining(" "));
            var ids = IntStream.range(0, random.nextInt(4))
                    .mapToObj(id -> "clm_" + random.nextInt(15))
                    .toList();
            sentences.add(new DraftSentence(
                    text, i, ids, List.of(pick(random, List.of("pp_bakery", "pp_none"))), Part.CONTENT));
        }
        return new DraftStep(0, pick(random, WORDS), sentences, "");
    }

    private static <T> T pick(SplittableRandom random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
