package io.outrider.orchestrator.rest;

import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.StartRunRequest;
import java.util.Set;

/** Reads the flat JSON that starts a run. Columns that we do not know become attributes: Clay and its like send many. */
final class StartBody {

    private static final Set<String> KNOWN = Set.of(
            "requestId",
            "domain",
            "companyDomain",
            "companyName",
            "crmAccountId",
            "firstName",
            "lastName",
            "title",
            "jobTitle",
            "email",
            "playbook",
            "level",
            "attributes");

    private StartBody() {}

    /** @param idempotencyKey the header of that name, used where the body has no requestId; empty for none */
    static StartRunRequest read(byte[] body, String idempotencyKey) {
        var json = FlatBody.read(body);
        var requestId = json.text("requestId");
        return StartRunRequest.newBuilder()
                .setRequestId(requestId.isEmpty() ? idempotencyKey : requestId)
                .setAccount(json.account(KNOWN))
                .setPerson(json.person())
                .setOptions(RunOptions.newBuilder()
                        .setPlaybookId(json.text("playbook"))
                        .setLevel(json.level()))
                .build();
    }
}
