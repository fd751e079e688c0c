package io.outrider.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.policy.Verdict.Granted;
import io.outrider.review.policy.Verdict.Pending;
import io.outrider.review.policy.Verdict.Refused;
import io.outrider.review.trust.AutonomyLevel;
import io.outrider.review.trust.AutonomyRule;
import io.outrider.review.trust.Calibrator;
import io.outrider.review.trust.Track;
import io.outrider.review.trust.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatekeeperTest {

    private static final Risk SAFE = new Risk(1, Seniority.MANAGER, false, false, false, 0.95);
    private static final Wording CLEAN = new Wording(0, 0);

    private final Gatekeeper gatekeeper = new Gatekeeper();

    @ParameterizedTest
    @CsvSource({
        "crm.company.upsert,   1, AUTONOMOUS",
        "crm.company.upsert,  99, AUTONOMOUS",
        "crm.company.upsert, 100, BATCH_REVIEW",
        "slack.message.post,   1, SPOT_CHECK",
        "sequence.enrol,      10, MANDATORY",
    })
    void placesEachActionInItsCell(String type, int affected, Gate gate) {
        var risk = new Risk(affected, Seniority.UNKNOWN, false, false, false, 0.95);

        assertThat(decide(type, risk, CLEAN, free()).assessment().gate()).isEqualTo(gate);
    }

    @Test
    void grantsWhatTheMatrixLetsPass() {
        assertThat(decide("task.create", SAFE, CLEAN, free())).isInstanceOf(Granted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "C_LEVEL, false, blast:seniority",
        "MANAGER, true,  blast:new-segment",
    })
    void widensTheBlastBySeniorityAndNewSegment(Seniority seniority, boolean newSegment, String rule) {
        var verdict = decide("sequence.enrol", new Risk(1, seniority, newSegment, false, false, 1), CLEAN, free());

        assertThat(verdict).isInstanceOf(Pending.class);
        assertThat(verdict.assessment().gate()).isEqualTo(Gate.MANDATORY);
        assertThat(rules(verdict)).contains("matrix:high+irreversible", rule);
    }

    @Test
    void reviewsEverythingInANewWorkspace() {
        for (var type : Catalogue.all()) {
            var verdict = decide(type.name(), SAFE, CLEAN, Policy.first(Instant.EPOCH));

            assertThat(verdict).isInstanceOf(Pending.class);
            assertThat(rules(verdict)).contains("review-everything");
        }
    }

    @ParameterizedTest
    @CsvSource({"0.69, true", "0.70, false", "0.0, true", "1.0, false"})
    void asksAPersonBelowTheThreshold(double confidence, boolean asks) {
        var verdict =
                decide("task.create", new Risk(1, Seniority.UNKNOWN, false, false, false, confidence), CLEAN, free());

        assertThat(verdict instanceof Pending).isEqualTo(asks);
        assertThat(rules(verdict).contains("confidence-below-threshold")).isEqualTo(asks);
    }

    @Test
    void asksAPersonForWhatIsPartialDegradedOrBadlyWorded() {
        assertThat(rules(decide("task.create", new Risk(1, Seniority.UNKNOWN, false, true, true, 1), CLEAN, free())))
                .startsWith("partial-result", "degraded-result");
        assertThat(rules(decide("task.create", SAFE, new Wording(1, 1), free())))
                .startsWith("unsupported-sentence", "lint-error");
    }

    @Test
    void neverLetsConfidenceLiftAMandatoryReview() {
        for (var type : Catalogue.all()) {
            var worst = new Risk(1_000_000, Seniority.C_LEVEL, true, false, false, 1);
            if (type.irreversible()) {
                assertThat(decide(type.name(), worst, CLEAN, free())
                                .assessment()
                                .gate())
                        .isEqualTo(Gate.MANDATORY);
                assertThat(decide(type.name(), worst, CLEAN, free())).isInstanceOf(Pending.class);
            }
        }
    }

    @Test
    void drawsTheSampleFromTheProposalsName() {
        var picked = IntStream.range(0, 10_000)
                .filter(i -> SpotCheck.picks("run_" + i, "enrol:0", 0.2))
                .count();

        assertThat(picked).isBetween(1_850L, 2_150L);
        assertThat(SpotCheck.picks("run_7", "enrol:0", 0.2)).isEqualTo(SpotCheck.picks("run_7", "enrol:0", 0.2));
        assertThat(SpotCheck.picks("run_7", "enrol:0", 1)).isTrue();
        assertThat(SpotCheck.picks("run_7", "enrol:0", 0)).isFalse();
    }

    @Test
    void spotChecksWhatTheSamplePicks() {
        var all = with(rule("sequence.enrol", 1, 0, List.of()));
        var verdict = decide("sequence.enrol", SAFE, CLEAN, all);

        assertThat(verdict).isInstanceOf(Pending.class);
        assertThat(rules(verdict)).startsWith("spot-check:picked");
    }

    @Test
    void refusesWhileTheKillSwitchIsSet() {
        var killed = new Policy(
                2,
                false,
                true,
                0.7,
                List.of(),
                Policy.DEFAULT_REVIEW_WINDOW,
                Policy.DEFAULT_GRANT_LIFETIME,
                Instant.EPOCH,
                "ada",
                "stop");

        assertThat(decide("task.create", SAFE, CLEAN, killed)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAboveTheDailyCap() {
        var capped = with(rule("task.create", 0.2, 2, List.of()));

        assertThat(gatekeeper.decide(proposed("task.create", SAFE, CLEAN), capped, 1))
                .isInstanceOf(Granted.class);
        assertThat(((Refused) gatekeeper.decide(proposed("task.create", SAFE, CLEAN), capped, 2)).code())
                .isEqualTo("DAILY_CAP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload.domain == 'ferrocraft.example'",
                "payload.size > 10",
                "account.attributes.region == 'EU'",
                "risk.affected_count >= 1 && risk.confidence > 0.9"
            })
    void refusesWhatAConditionForbids(String condition) {
        var verdict = decide("task.create", SAFE, CLEAN, with(rule("task.create", 0.2, 0, List.of(condition))));

        assertThat(((Refused) verdict).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void asksAPersonWhereAConditionCannotBeTold() {
        var verdict =
                decide("task.create", SAFE, CLEAN, with(rule("task.create", 0.2, 0, List.of("payload.nothing == 1"))));

        assertThat(verdict).isInstanceOf(Pending.class);
        assertThat(rules(verdict)).startsWith("forbidden-if-unknown");
    }

    @Test
    void refusesWhatIsNotInTheCatalogue() {
        assertThat(((Refused) decide("crm.company.delete", SAFE, CLEAN, free())).code())
                .isEqualTo("UNKNOWN_ACTION_TYPE");
    }

    @Test
    void letsNothingPassThatHasEarnedNothing() {
        for (var type : Catalogue.all()) {
            var verdict = decide(type.name(), SAFE, CLEAN, unearned());

            assertThat(verdict).isInstanceOf(Pending.class);
            assertThat(rules(verdict)).contains("autonomy-not-earned");
            assertThat(verdict.assessment().seenShare()).isEqualTo(1);
        }
    }

    @Test
    void reviewsEverythingAlsoWhatWasEarned() {
        var earned = new Trust(
                new Track(AutonomyLevel.AUTONOMOUS, "", 0, 0, 0, 0, "", true), AutonomyRule.DEFAULT, null, 0, 0);
        var proposed = proposed("task.create", SAFE, CLEAN);

        assertThat(gatekeeper.decide(proposed, unearned(), 0, earned)).isInstanceOf(Granted.class);
        var verdict = gatekeeper.decide(proposed, Policy.first(Instant.EPOCH), 0, earned);
        assertThat(verdict).isInstanceOf(Pending.class);
        assertThat(rules(verdict)).startsWith("review-everything");
    }

    @ParameterizedTest
    @CsvSource({"unfit, 1", "beta, NaN"})
    void asksAPersonWhereNothingFitsTheConfidence(String method, double slope) {
        var trust = new Trust(
                new Track(AutonomyLevel.AUTONOMOUS, "", 0, 0, 0, 0, "", true),
                AutonomyRule.DEFAULT,
                Calibrator.of(method, List.of(slope, 1.0, 0.0)),
                1,
                0);

        var verdict = gatekeeper.decide(proposed("task.create", SAFE, CLEAN), free(), 0, trust);

        assertThat(verdict).isInstanceOf(Pending.class);
        assertThat(rules(verdict)).startsWith("calibration-unfit");
    }

    /** The level that was given ahead is gone; the policy still gives it. */
    @Test
    void doesNotGiveALevelAheadThatAnAlarmTook() {
        var lost = new Trust(
                new Track(AutonomyLevel.ALL_REVIEWED, "", 0, 0, 0, 0, "2 went wrong", true),
                AutonomyRule.DEFAULT,
                null,
                0,
                0);

        var verdict = gatekeeper.decide(proposed("task.create", SAFE, CLEAN), free(), 0, lost);

        assertThat(verdict).isInstanceOf(Pending.class);
        assertThat(rules(verdict)).startsWith("autonomy-lost");
    }

    /** The shares that samples stand for are those that they have: 5,000 runs in an irreversible and in a reversible cell. */
    @ParameterizedTest
    @CsvSource({
        "task.create, 0.95, 0.0567",
        "task.create, 0.75, 0.1133",
        "email.send, 0.95, 0.2",
        "email.send, 0.75, 0.2"
    })
    void bringsBackAKnownShareOfWhatPasses(String type, double confidence, double share) {
        var policy = with(rule(type, 0.2, 0, List.of()));
        var risk = new Risk(1, Seniority.UNKNOWN, false, false, false, confidence);
        var seen = IntStream.range(0, 5_000)
                .mapToObj(i -> gatekeeper.decide(
                        new Proposed("run_" + i, "key", type, Map.of(), Map.of(), risk, CLEAN), policy, 0))
                .filter(verdict -> {
                    assertThat(verdict.assessment().seenShare()).isCloseTo(share, within(0.0001));
                    return verdict instanceof Pending;
                })
                .count();

        assertThat(seen / 5_000.0).isCloseTo(share, within(0.02));
    }

    private Verdict decide(String type, Risk risk, Wording wording, Policy policy) {
        return gatekeeper.decide(proposed(type, risk, wording), policy, 0);
    }

    private static Proposed proposed(String type, Risk risk, Wording wording) {
        return new Proposed(
                "run_1",
                "key",
                type,
                Map.of("domain", "ferrocraft.example", "size", 12L),
                Map.of("domain", "ferrocraft.example", "name", "Ferrocraft", "attributes", Map.of("region", "EU")),
                risk,
                wording);
    }

    private static List<String> rules(Verdict verdict) {
        return verdict.assessment().reasons().stream().map(Reason::rule).toList();
    }

    /** Nothing but the matrix and the confidence. */
    private static Policy free() {
        return with(Catalogue.all().stream()
                .map(type -> rule(type.name(), 1, 0, List.of()))
                .toArray(ActionRule[]::new));
    }

    /** A policy that leaves it to what was earned. */
    private static Policy unearned() {
        return with();
    }

    private static Policy with(ActionRule... rules) {
        return new Policy(
                2,
                false,
                false,
                0.7,
                List.of(rules),
                Policy.DEFAULT_REVIEW_WINDOW,
                Policy.DEFAULT_GRANT_LIFETIME,
                Instant.EPOCH,
                "ada",
                "free");
    }

    private static ActionRule rule(String type, double sample, int cap, List<String> forbidden) {
        return new ActionRule(type, false, 0, sample, cap, Seniority.C_LEVEL, 1, ExpiryPolicy.DROP, forbidden)
                .startingAt(AutonomyLevel.AUTONOMOUS);
    }
}
