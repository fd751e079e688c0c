package io.outrider.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.cli.compare.Difference.Kind;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.ClaimStatus;
import io.outrider.type.v1.Tier;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final Claim HEADCOUNT = claim("employee_count", "40");

    @Test
    void findsNoneBetweenEqualRuns() {
        assertThat(between(run -> run, run -> run.setId("other").setVersion(9))).isEmpty();
    }

    @Test
    void putsWhatChangesTheOutcomeFirst() {
        var differences = between(
                run -> run.setScore(7).setTier(Tier.TIER_STRONG),
                run -> run.setState(RunState.RUN_STATE_DISQUALIFIED)
                        .setScore(2)
                        .setTier(Tier.TIER_DISQUALIFIED)
                        .clearSequenceId());

        assertThat(differences)
                .extracting(Difference::kind)
                .containsExactly(Kind.OUTCOME, Kind.TIER, Kind.DRAFT, Kind.SCORE);
        assertThat(differences.getFirst().detail()).isEqualTo("rules goes on with it, assisted leaves the account");
    }

    @Test
    void callsTwoValuesForOneThingAConflictAndMoreOfManyOnlyMore() {
        var one = Worked.of(run().build(), List.of(HEADCOUNT, claim("technology", "SAP")));
        var other = Worked.of(
                run().build(),
                List.of(claim("employee_count", "400"), claim("technology", "SAP"), claim("technology", "Linux")));

        var differences = Differences.between(one, "rules", other, "assisted");

        assertThat(differences).extracting(Difference::kind).containsExactly(Kind.FACT_CONFLICT, Kind.FACTS);
        assertThat(differences.getFirst().detail()).isEqualTo("employee_count: 40 | 400");
        assertThat(differences.getLast().detail()).isEqualTo("2 facts | 3 facts, 1 of them in one only");
    }

    @Test
    void countsOnlyFactsThatStand() {
        var fallen = HEADCOUNT.toBuilder()
                .setStatus(ClaimStatus.CLAIM_STATUS_CONTRADICTED)
                .build();

        assertThat(Worked.of(run().build(), List.of(fallen)).factCount()).isZero();
    }

    @Test
    void saysThatALevelWasNotTheOneThatAnswered() {
        assertThat(between(run -> run, run -> run.setDegraded(true)))
                .extracting(Difference::kind)
                .containsExactly(Kind.DEGRADED);
    }

    @Test
    void comparesWhatAShadowWouldPropose() {
        var differences = between(
                run -> run.addTimeline(
                        TimelineEntry.newBuilder().setEvent("would propose").setDetail("sequence.enrol")),
                run -> run);

        assertThat(differences)
                .singleElement()
                .satisfies(it -> assertThat(it.detail()).isEqualTo("sequence.enrol | -"));
    }

    @Test
    void asksForALookOnlyWhereItWouldMatter() {
        var alike = comparison(run -> run.setScore(7), run -> run.setScore(8));
        var apart = comparison(run -> run.setPlaybookId("uptime"), run -> run.setPlaybookId("quality"));

        assertThat(alike.worthALook()).isFalse();
        assertThat(apart.worthALook()).isTrue();
    }

    private static List<Difference> between(UnaryOperator<Run.Builder> one, UnaryOperator<Run.Builder> other) {
        return comparison(one, other).differences();
    }

    private static Comparison comparison(UnaryOperator<Run.Builder> one, UnaryOperator<Run.Builder> other) {
        return Comparison.of(
                Worked.of(one.apply(run()).build(), List.of(HEADCOUNT)),
                "rules",
                Worked.of(other.apply(run()).build(), List.of(HEADCOUNT)),
                "assisted");
    }

    private static Run.Builder run() {
        return Run.newBuilder()
                .setId("run_1")
                .setState(RunState.RUN_STATE_COMPLETED)
                .setSequenceId("seq_1")
                .setScore(7)
                .setTier(Tier.TIER_STRONG)
                .setConfidence(0.8);
    }

    private static Claim claim(String predicate, String value) {
        return Claim.newBuilder()
                .setPredicate(predicate)
                .setValue(value)
                .setStatus(ClaimStatus.CLAIM_STATUS_SUPPORTED)
                .build();
    }
}
