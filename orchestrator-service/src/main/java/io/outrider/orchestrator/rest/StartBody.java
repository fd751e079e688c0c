package io.outrider.orchestrator.rest;

import io.outrider.kit.error.InvalidField;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.StartRunRequest;
import java.util.Map;
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
            "depth",
            "libraryRevision",
            "shadow",
            "attributes");

    /** Keys of the agents' door that a run has no use for: as attributes they would be lost in silence. */
    private static final Map<String, String> OF_AGENTS = Map.of(
            "callbackUrl", "is for agents only: ask for the run's status, or watch it",
            "agent", "is for agents only: a run asks them all");

    private StartBody() {}

    /** @param idempotencyKey the header of that name, used where the body has no requestId; empty for none */
    static StartRunRequest read(byte[] body, String idempotencyKey) {
        var json = FlatBody.read(body);
        OF_AGENTS.forEach((key, why) -> {
            if (json.has(key)) {
                throw new InvalidField(key, why);
            }
        });
        var requestId = json.text("requestId");
        return StartRunRequest.newBuilder()
                .setRequestId(requestId.isEmpty() ? idempotencyKey : requestId)
                .setAccount(json.account(KNOWN))
                .setPerson(json.person())
                .setOptions(RunOptions.newBuilder()
                        .setPlaybookId(json.text("playbook"))
                        .setLevel(json.level())
                        .setDepth(json.depth())
                        .setLibraryRevision(json.number("libraryRevision", 1, Integer.MAX_VALUE))
                        .setShadow(json.flag("shadow")))
                .build();
    }
}
