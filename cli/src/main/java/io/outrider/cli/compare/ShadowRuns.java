package io.outrider.cli.compare;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.cli.accounts.AccountsFile;
import io.outrider.cli.accounts.RefusedLine;
import io.outrider.cli.client.RunWatch;
import io.outrider.cli.client.Session;
import io.outrider.cli.output.Terminal;
import io.outrider.cli.run.BatchRun;
import io.outrider.orchestrator.v1.GetRunRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.research.v1.GetBriefRequest;
import io.outrider.type.v1.Claim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works accounts out without effects, and reads back all that came of it. */
public final class ShadowRuns {

    private final Session session;
    private final Terminal terminal;

    public ShadowRuns(Session session, Terminal terminal) {
        this.session = session;
        this.terminal = terminal;
    }

    /** @param byDomain in the order of the file */
    record Batch(Map<String, Worked> byDomain, List<RefusedLine> refused) {}

    /** Works every account of the file out. Shadows of one account do not get in each other's way, nor in a real run's. */
    Batch of(AccountsFile file, RunOptions options) {
        var shadow = options.toBuilder().setShadow(true).build();
        var outcome = new BatchRun(session, terminal).run(file, shadow);
        var byDomain = new LinkedHashMap<String, Worked>();
        outcome.runs().forEach(run -> byDomain.put(run.getAccount().getDomain(), read(run.getId())));
        return new Batch(byDomain, outcome.refused());
    }

    Worked one(StartRunRequest request) {
        var started = session.runs("author").startRun(request).getRun();
        new RunWatch(session.runs("author"), List.of(started), terminal::note).followOne();
        return read(started.getId());
    }

    Worked read(String runId) {
        var run = session.runs("viewer")
                .getRun(GetRunRequest.newBuilder().setRunId(runId).build())
                .getRun();
        return Worked.of(run, claims(run));
    }

    private List<Claim> claims(Run run) {
        if (run.getBriefId().isEmpty()) {
            return List.of();
        }
        try {
            return session.research("viewer")
                    .getBrief(GetBriefRequest.newBuilder()
                            .setBriefId(run.getBriefId())
                            .build())
                    .getBrief()
                    .getClaimsList();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Code.NOT_FOUND) {
                throw e;
            }
            terminal.note("The brief " + run.getBriefId() + " is gone: its facts are not compared");
            return List.of();
        }
    }
}
