package io.outrider.cli.compare;

import io.outrider.orchestrator.v1.Run;
import java.util.List;
import java.util.Locale;

/** What runs cost. */
record Costs(double usd, long tokens, int modelCalls) {

    static double usd(Run run) {
        return run.getCost().getMicroUsd() / 1e6;
    }

    static Costs of(List<Run> runs) {
        return new Costs(
                runs.stream().mapToDouble(Costs::usd).sum(),
                runs.stream()
                        .mapToLong(run ->
                                run.getCost().getPromptTokens() + run.getCost().getCompletionTokens())
                        .sum(),
                runs.stream().mapToInt(run -> run.getCost().getModelCalls()).sum());
    }

    String shown() {
        return String.format(Locale.ROOT, "$%.4f, %d tokens, %d model calls", usd, tokens, modelCalls);
    }
}
