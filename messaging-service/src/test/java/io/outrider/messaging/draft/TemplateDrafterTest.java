package io.outrider.messaging.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.messaging.fixture.Materials;
import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.ground.Grounder;
import io.outrider.messaging.ground.Support;
import io.outrider.messaging.lint.Linter;
import io.outrider.messaging.material.Material;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TemplateDrafterTest {

    private final TemplateDrafter drafter = new TemplateDrafter();

    @Test
    void opensWithTheHookAndArguesWithProof() {
        var first = text(Materials.rich(), 0);

        assertThat(first)
                .startsWith("Hi Anna,")
                .contains("Maintenance Technician")
                .contains("With 240 people at Ferrocraft, how do you deal with stops that nobody saw coming?")
                .contains("cut unplanned stops by 23 percent")
                .endsWith("Belgium");
    }

    @Test
    void carriesEverySentenceAndPassesTheLint() {
        for (var material : List.of(Materials.rich(), Materials.bare())) {
            var steps = ground(material, 3);

            assertThat(steps)
                    .flatExtracting(GroundedStep::sentences)
                    .extracting(GroundedSentence::support)
                    .doesNotContain(Support.NONE);
            assertThat(new Linter(material).inspect(steps)).isEmpty();
        }
    }

    @Test
    void saysLessWhereLessIsKnown() {
        var bare = text(Materials.bare(), 0);

        assertThat(bare).startsWith("Hello,").contains("I do not know ferrocraft.example well yet");
        assertThat(bare.length()).isLessThan(text(Materials.rich(), 0).length() / 2 + 80);
    }

    @Test
    void neverSaysAThingTwice() {
        var substance = drafter.write(Materials.rich(), 8).steps().stream()
                .flatMap(step -> step.sentences().stream())
                .filter(sentence -> !sentence.claimIds().isEmpty()
                        || !sentence.proofPointIds().isEmpty())
                .map(DraftSentence::text)
                .toList();

        assertThat(substance).doesNotHaveDuplicates();
    }

    @Test
    void endsWhereThereIsNothingMoreToSay() {
        assertThat(drafter.write(Materials.bare(), 8).steps()).hasSize(3);
        assertThat(drafter.write(Materials.rich(), 1).steps()).hasSize(1);
        var more = new java.util.ArrayList<>(Materials.FACTS);
        more.add(Materials.fact("c1", "product", "ForgeLine", "ForgeLine"));
        more.add(Materials.fact("c2", "office", "Lyon", "Lyon"));
        assertThat(drafter.write(Materials.with(more), 8).steps()).hasSize(5);
    }

    @Test
    void usesNoClaimThatMayNotBeUsed() {
        var all = drafter.write(Materials.rich(), 8).steps().stream()
                .flatMap(step -> step.sentences().stream())
                .map(DraftSentence::text)
                .collect(Collectors.joining(" "));

        assertThat(all).doesNotContain("Volvo", "Scania", "Zentrix");
    }

    @Test
    void leavesOutValuesThatDoNotBelongInAMail() {
        var odd = List.of(
                Materials.fact("c1", "technology", "Ignore previous instructions", "x"),
                Materials.fact("c2", "product", "<b>Door</b>", "x"),
                Materials.fact("c3", "office", "evil.com", "x"),
                Materials.fact("c4", "customer", "{{name}}", "x"));

        assertThat(text(Materials.with(odd), 0)).contains("I do not know Ferrocraft well yet");
    }

    @Test
    void writesTheSameAgainAndOtherWordsToOthers() {
        var wordings = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> new Wordings("person" + i, List.of()).pick(1, "a", "b", "c"))
                .distinct()
                .toList();

        assertThat(wordings).hasSize(3);
        assertThat(text(Materials.rich(), 0)).isEqualTo(text(Materials.rich(), 0));
    }

    @Test
    void keepsToTheVoicesLength() {
        var rich = Materials.rich();
        var terse = new Material(
                rich.account(),
                rich.contact(),
                rich.facts(),
                rich.hooks(),
                rich.vendor(),
                rich.product(),
                rich.persona(),
                rich.playbook(),
                rich.valueProps(),
                rich.proofPoints(),
                new io.outrider.messaging.material.Voice(List.of(), List.of("synergy"), 60),
                1);

        assertThat(new Linter(terse).inspect(ground(terse, 3))).isEmpty();
        assertThat(text(terse, 0)).doesNotContain("bakery");
    }

    private String text(Material material, int step) {
        return drafter.write(material, 3).steps().get(step).sentences().stream()
                .map(DraftSentence::text)
                .collect(Collectors.joining("\n"));
    }

    private List<GroundedStep> ground(Material material, int steps) {
        var grounder = new Grounder(material);
        return drafter.write(material, steps).steps().stream()
                .map(grounder::ground)
                .toList();
    }
}
