package io.outrider.review.queue;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.TestTokens;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.Samples;
import io.outrider.review.v1.ProposalOutcome;
import io.outrider.review.v1.ProposeActionRequest;
import io.outrider.review.wire.ReviewRequests;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The short way of proposals. */
final class ShortAdmission extends ShortWay<Batch, List<Item>> {

    ShortAdmission(TestTokens tokens, Pool pool, AdmitTogether together) {
        super(tokens, pool, together::together);
        remember();
    }

    /** Of one run, two proposals. */
    static ProposeActionRequest request(String run) {
        return Samples.request(crm(run), enrol(run));
    }

    Batch batch(ProposeActionRequest request) {
        return ReviewRequests.toBatch(gate.workspace, request);
    }

    List<Optional<List<Item>>> together(ProposeActionRequest... requests) {
        return together(batches(requests));
    }

    String failure(ProposeActionRequest... requests) {
        return failure(batches(requests));
    }

    /** As its callers do it: alone where nothing else is under way. */
    List<ProposalOutcome> propose(ProposeActionRequest request) {
        return gate.calls.service(gate.workspace).proposeAction(request).getOutcomesList();
    }

    /** What the matrix lets pass, passes, so often a day. */
    void letPass(int cap) {
        gate.update(policy -> {
            Gate.letPass(policy);
            policy.getRulesBuilderList().forEach(rule -> rule.setDailyCap(cap).setSampleRate(1));
        });
        propose(Samples.request(crm("remember").setActionType("no.such.type")));
    }

    void assertNothingIsLeftOf(String... runs) {
        assertThat(rows.count("select count(*) from item where workspace_id = $1 and run_id in ('"
                        + String.join("', '", runs) + "')"))
                .isZero();
        assertThat(rows.count("select count(*) from item_version v where v.workspace_id = $1 and not exists"
                        + " (select from item i where i.workspace_id = $1 and i.id = v.item_id)"))
                .isZero();
        assertThat(rows.count("select count(*) from audit_pending where workspace_id = $1"))
                .isZero();
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    /** Calibrator and policy are in memory once something has gone alone. */
    private void remember() {
        propose(request("first"));
    }

    private List<Batch> batches(ProposeActionRequest... requests) {
        return Arrays.stream(requests).map(this::batch).toList();
    }
}
