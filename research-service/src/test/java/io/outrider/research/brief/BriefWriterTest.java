package io.outrider.research.brief;

import static io.outrider.research.brief.Fixtures.FERROCRAFT;
import static io.outrider.research.brief.Fixtures.NOW;
import static io.outrider.research.brief.Fixtures.brief;
import static io.outrider.research.brief.Fixtures.finding;
import static io.outrider.research.brief.Fixtures.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.research.brief.Emphasis.Hooked;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BriefWriterTest {

    private final Snapshot about = page("Ferrocraft raised $18 million in a Series B round.");
    private final Finding round = finding(Predicate.FUNDING_ROUND, "Series B, $18 million", about);
    private final Finding people =
            finding(Predicate.EMPLOYEE_COUNT, "240", page("https://ferrocraft.example/", "We are 240.", NOW));

    @Test
    void refusesAQuoteThatDoesNotStandInAnyPage() {
        assertThatThrownBy(() -> brief(List.of(page("Something else.")), List.of(round)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysNothingInTheSummaryThatNoClaimSays() {
        var summary = brief(List.of(about), List.of(round)).summary();

        assertThat(summary).isEqualTo("Funding: Series B, $18 million.");
    }

    @Test
    void namesWhatWasLookedForAndNotFound() {
        var brief = brief(List.of(about), List.of(round));

        assertThat(brief.unknowns())
                .contains(new Unknown("How many people does it employ?", "no page that was read says it"));
        assertThat(brief.coverage()).isZero();
    }

    @Test
    void saysWhyNothingIsKnownOfASiteThatCannotBeRead() {
        var rejected = List.of(new RejectedSource("https://ferrocraft.example/", "status 500"));
        var reading = new Reading(List.of(), rejected, List.of(), List.of(), Emphasis.NONE, 0);

        var brief = BriefWriter.write(FERROCRAFT, Depth.LITE, List.of("Do they weld?"), reading, NOW);

        assertThat(brief.unknowns())
                .allSatisfy(unknown -> assertThat(unknown.why()).endsWith("status 500"));
        assertThat(brief.unknowns()).extracting(Unknown::question).contains("Do they weld?");
        assertThat(brief.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void saysThatSourcesDisagree() {
        var other = page("https://ferrocraft.example/careers", "Join our 185 employees.", NOW);
        var home = page("https://ferrocraft.example/", "We are 240.", NOW);

        var brief = brief(List.of(other, home), List.of(people, finding(Predicate.EMPLOYEE_COUNT, "185", other)));

        assertThat(brief.unknowns()).contains(new Unknown("How many people does it employ?", "sources disagree"));
        assertThat(brief.contradictions()).hasSize(1);
    }

    @Test
    void countsTheQuestionsThatAClaimAnswers() {
        var home = page("https://ferrocraft.example/", "We are 240.", NOW);

        assertThat(brief(List.of(home), List.of(people)).coverage()).isEqualTo(1.0 / 6);
    }

    @Test
    void answersAQuestionOnlyWithAQuoteThatSpeaksToIt() {
        var reading = Fixtures.reading(List.of(about), List.of(round));
        var questions = List.of("Have they raised a Series B round?", "Do they run on Kubernetes?");

        var brief = BriefWriter.write(FERROCRAFT, Depth.LITE, questions, reading, NOW);

        assertThat(brief.unknowns())
                .extracting(Unknown::question)
                .contains(questions.get(1))
                .doesNotContain(questions.get(0));
    }

    @Test
    void makesASignalAndAHookOfFunding() {
        var brief = brief(List.of(about), List.of(round));

        assertThat(brief.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.type()).isEqualTo(Signal.Type.FUNDING);
            assertThat(signal.evidenceIds()).containsExactly(round.evidence().id());
        });
        assertThat(brief.hooks()).extracting(Hook::text).containsExactly("Funding: Series B, $18 million.");
    }

    @Test
    void sortsNewsIntoSignals() {
        var text = "Ferrocraft opens a second hall in Aalst";
        var news = page(text);

        var brief = brief(List.of(news), List.of(finding(Predicate.NEWS, text, news)));

        assertThat(brief.signals()).extracting(Signal::type).containsExactly(Signal.Type.EXPANSION);
    }

    @Test
    void makesOneHiringSignalOfAllRoles() {
        var jobs = page("We have 3 open roles. We are hiring a Welder in Ghent.");
        var findings = List.of(finding(Predicate.OPEN_ROLES, "3", jobs), finding(Predicate.HIRING_FOR, "Welder", jobs));

        var signals = brief(List.of(jobs), findings).signals();

        assertThat(signals)
                .singleElement()
                .satisfies(signal -> assertThat(signal.strength()).isEqualTo(45));
    }

    @Test
    void keepsAModelsWordingOnlyWhereItsClaimsSayAllOfIt() {
        var grounded = new Hooked("Congratulations on the Series B round of $18 million", List.of(round));
        var invented = new Hooked("Congratulations on the Series C round from Northwind Capital", List.of(round));

        assertThat(hook(grounded)).isEqualTo(grounded.text());
        assertThat(hook(invented)).isEqualTo("Funding: Series B, $18 million.");
    }

    @Test
    void escapesMarkupInSections() {
        var product = page("Buy <b>*now*</b>");

        var brief = brief(List.of(product), List.of(finding(Predicate.PRODUCT, "<b>*now*</b>", product)));

        assertThat(brief.sections().getFirst().markdown()).isEqualTo("- Product: \\<b\\>\\*now\\*\\</b\\>.\n");
    }

    private String hook(Hooked hooked) {
        var emphasis = new Emphasis(List.of(round), List.of(hooked));
        var reading = new Reading(List.of(about), List.of(), List.of(round), List.of(), emphasis, 0);
        return BriefWriter.write(FERROCRAFT, Depth.LITE, List.of(), reading, NOW)
                .hooks()
                .getFirst()
                .text();
    }
}
