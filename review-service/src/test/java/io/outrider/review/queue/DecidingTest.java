package io.outrider.review.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outrider.kit.error.Failure;
import io.outrider.review.catalogue.Reversibility;
import io.outrider.review.policy.BlastRadius;
import io.outrider.review.policy.ExpiryPolicy;
import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecidingTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Wording CLEAN = new Wording(0, 0);
    private static final Payload PAYLOAD = Payload.parse("{\"a\":1}".getBytes(StandardCharsets.UTF_8), "payload");

    @ParameterizedTest
    @CsvSource({"ACCEPT, ACCEPTED", "EDIT, EDITED", "RESPOND, RESPONDED", "REJECT, REJECTED", "IGNORE, IGNORED"})
    void leadsEachDecisionToItsState(DecisionType type, ItemState state) {
        var after = Deciding.decide(item(1), ballot(type, "rhea"), CLEAN, NOW);

        assertThat(after.state()).isEqualTo(state);
        assertThat(after.decisions()).hasSize(1);
        assertThat(after.version()).isEqualTo(type == DecisionType.EDIT ? 2 : 1);
        assertThat(after.claim()).isNull();
    }

    @Test
    void waitsForASecondPerson() {
        var once = Deciding.decide(item(2), ballot(DecisionType.ACCEPT, "rhea"), CLEAN, NOW);
        assertThat(once.state()).isEqualTo(ItemState.PENDING);

        assertThat(reason(once, ballot(DecisionType.ACCEPT, "rhea"), CLEAN)).isEqualTo("ALREADY_DECIDED");
        var twice = Deciding.decide(once, ballot(DecisionType.ACCEPT, "rolf"), CLEAN, NOW);
        assertThat(twice.state()).isEqualTo(ItemState.ACCEPTED);
        assertThat(twice.approvers()).containsExactly("rhea", "rolf");
    }

    @Test
    void beginsAnewWhenTheSecondPersonEdits() {
        var once = Deciding.decide(item(2), ballot(DecisionType.ACCEPT, "rhea"), CLEAN, NOW);
        var edited = Deciding.decide(once, ballot(DecisionType.EDIT, "rolf"), CLEAN, NOW);
        assertThat(edited.state()).isEqualTo(ItemState.PENDING);

        assertThat(reason(edited, ballot(DecisionType.ACCEPT, "rita"), CLEAN)).isEqualTo("STALE_VERSION");
        var accepted = Deciding.decide(edited, seen(edited, DecisionType.ACCEPT, "rhea"), CLEAN, NOW);
        assertThat(accepted.state()).isEqualTo(ItemState.EDITED);
        assertThat(accepted.approvers()).containsExactly("rolf", "rhea");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ACCEPTED", "EDITED", "REJECTED", "IGNORED", "RESPONDED", "EXPIRED", "AUTO_GRANTED", "REFUSED"})
    void refusesASecondDecision(ItemState state) {
        var decided = item(1).with(state, item(1).gating());

        assertThat(reason(decided, ballot(DecisionType.ACCEPT, "rhea"), CLEAN)).isEqualTo("ALREADY_DECIDED");
    }

    @Test
    void refusesALateDecisionEvenBeforeTheSweep() {
        var late = catchThrowableOfType(
                Failure.class,
                () -> Deciding.decide(
                        item(1), ballot(DecisionType.ACCEPT, "rhea"), CLEAN, NOW.plus(Duration.ofHours(72))));

        assertThat(late.reason()).isEqualTo("ALREADY_DECIDED");
    }

    @ParameterizedTest
    @CsvSource({
        "MANDATORY,    0, 1, true,  why, BLOCKED_BY_LINT",
        "MANDATORY,    1, 0, true,  why, ''",
        "MANDATORY,    1, 0, false, '',  BLOCKED_BY_LINT",
        "BATCH_REVIEW, 0, 1, true,  why, ''",
        "BATCH_REVIEW, 0, 1, true,  '',  INVALID_FIELD",
        "BATCH_REVIEW, 0, 1, false, why, BLOCKED_BY_LINT",
    })
    void blocksByLintUnlessOverridden(
            Gate gate, int errors, int unsupported, boolean override, String comment, String reason) {
        var item = item(gate, 1, null);
        var ballot =
                new Ballot("itm_1", 1, PAYLOAD.sha256(), DecisionType.ACCEPT, null, null, comment, override, "rhea");

        assertThat(reason(item, ballot, new Wording(errors, unsupported))).isEqualTo(reason);
    }

    @Test
    void letsTheAuthorRejectButNotApprove() {
        assertThat(reason(item(1), ballot(DecisionType.ACCEPT, "arthur"), CLEAN))
                .isEqualTo("AUTHOR_IS_APPROVER");
        assertThat(reason(item(1), ballot(DecisionType.EDIT, "arthur"), CLEAN)).isEqualTo("AUTHOR_IS_APPROVER");
        assertThat(reason(item(1), ballot(DecisionType.REJECT, "arthur"), CLEAN))
                .isEmpty();
    }

    @Test
    void leavesAClaimedItemToItsHolderUntilTheClaimRunsOut() {
        var claimed = item(Gate.SPOT_CHECK, 1, new Claim("rolf", NOW.plusSeconds(1)));
        assertThat(reason(claimed, ballot(DecisionType.ACCEPT, "rhea"), CLEAN)).isEqualTo("NOT_CLAIMED_BY_YOU");
        assertThat(reason(claimed, ballot(DecisionType.ACCEPT, "rolf"), CLEAN)).isEmpty();

        var over = item(Gate.SPOT_CHECK, 1, new Claim("rolf", NOW));
        assertThat(reason(over, ballot(DecisionType.ACCEPT, "rhea"), CLEAN)).isEmpty();
    }

    @Test
    void neverActsOnExpiry() {
        for (var policy : ExpiryPolicy.values()) {
            var item = item(Gate.MANDATORY, 1, null, policy);
            assertThat(Expiry.of(item, NOW).state())
                    .isNotIn(ItemState.ACCEPTED, ItemState.EDITED, ItemState.AUTO_GRANTED);
        }
        var escalated = Expiry.of(item(Gate.MANDATORY, 1, null, ExpiryPolicy.ESCALATE), NOW);
        assertThat(escalated.state()).isEqualTo(ItemState.ESCALATED);
        assertThat(escalated.gating().due()).isEqualTo(NOW.plus(Duration.ofHours(95)));
        assertThat(Expiry.of(escalated, NOW).state()).isEqualTo(ItemState.EXPIRED);
    }

    private static String reason(Item item, Ballot ballot, Wording wording) {
        try {
            Deciding.checkForm(ballot);
            Deciding.decide(item, ballot, wording, NOW);
            return "";
        } catch (Failure failure) {
            return failure.reason();
        }
    }

    private static Ballot ballot(DecisionType type, String by) {
        return seen(item(1), type, by);
    }

    private static Ballot seen(Item item, DecisionType type, String by) {
        return new Ballot(
                item.id(),
                item.version(),
                item.payloadSha256(),
                type,
                type == DecisionType.EDIT ? PAYLOAD : null,
                type == DecisionType.REJECT ? RejectReason.TONE : null,
                "",
                false,
                by);
    }

    private static Item item(int approvals) {
        return item(Gate.MANDATORY, approvals, null);
    }

    private static Item item(Gate gate, int approvals, @Nullable Claim claim) {
        return item(gate, approvals, claim, ExpiryPolicy.DROP);
    }

    private static Item item(Gate gate, int approvals, @Nullable Claim claim, ExpiryPolicy expiry) {
        return new Item(
                "acme",
                "itm_1",
                1,
                ItemState.PENDING,
                new Origin("run_1", "enrol:0", "sequence.enrol", "ferrocraft.example", "founders", "arthur"),
                PAYLOAD.sha256(),
                new Gating(
                        gate,
                        BlastRadius.HIGH,
                        Reversibility.IRREVERSIBLE,
                        List.of(),
                        1,
                        approvals,
                        expiry,
                        300,
                        NOW.plus(Duration.ofHours(47)),
                        1),
                CLEAN,
                claim,
                new Answer.Waiting(),
                NOW.minus(Duration.ofHours(1)),
                new byte[0],
                List.of());
    }
}
