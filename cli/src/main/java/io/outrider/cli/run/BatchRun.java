package io.outrider.cli.run;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.cli.accounts.AccountsFile;
import io.outrider.cli.accounts.RefusedLine;
import io.outrider.cli.client.RunWatch;
import io.outrider.cli.client.Session;
import io.outrider.cli.output.Terminal;
import io.outrider.orchestrator.v1.Estimate;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.orchestrator.v1.StartBatchResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Runs the accounts of a file to their end or their gate. */
public final class BatchRun {

    private static final int ATTEMPTS = 20;

    private final Session session;
    private final Terminal terminal;

    public BatchRun(Session session, Terminal terminal) {
        this.session = session;
        this.terminal = terminal;
    }

    /** @param refused by the file or by the server, in the order of lines */
    public record Outcome(String batchId, List<Run> runs, List<RefusedLine> refused) {

        public Outcome {
            runs = List.copyOf(runs);
            refused = List.copyOf(refused);
        }
    }

    public Outcome run(AccountsFile file, RunOptions options) {
        var refused = new ArrayList<>(file.refused());
        if (file.accounts().isEmpty()) {
            return new Outcome("", List.of(), refused);
        }
        var accepted = start(BatchRequests.of(file.accounts(), options));
        accepted.getRefusedList().forEach(entry -> refused.add(BatchRequests.refused(entry, file.accounts())));
        refused.sort(Comparator.comparingInt(RefusedLine::line));
        return new Outcome(accepted.getBatchId(), follow(accepted), refused);
    }

    /** What the file would cost; nothing is started. */
    public Estimate estimate(AccountsFile file, RunOptions options) {
        if (file.accounts().isEmpty()) {
            return Estimate.getDefaultInstance();
        }
        var request = BatchRequests.of(file.accounts(), options).toBuilder().setEstimateOnly(true);
        return session.runs("author").startBatch(request.build()).getEstimate();
    }

    /** The request id makes repeating safe, also when the first answer was lost. */
    private StartBatchResponse start(StartBatchRequest request) {
        for (var attempt = 1; ; attempt++) {
            try {
                return session.runs("author").startBatch(request);
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() != Code.UNAVAILABLE || attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    private List<Run> follow(StartBatchResponse accepted) {
        var watch = new RunWatch(session.runs("author"), accepted.getRunsList(), terminal::note);
        if (!Terminal.interactive()) {
            return watch.follow(accepted.getBatchId(), ignored -> {});
        }
        try (var bar = bar(accepted.getRunsCount())) {
            return watch.follow(accepted.getBatchId(), done -> bar.stepTo(done));
        }
    }

    private ProgressBar bar(int accounts) {
        return new ProgressBarBuilder()
                .setTaskName("accounts")
                .setInitialMax(accounts)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .build();
    }
}
