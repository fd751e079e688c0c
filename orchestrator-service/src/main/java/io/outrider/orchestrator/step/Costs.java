package io.outrider.orchestrator.step;

import io.outrider.type.v1.Cost;

/** Adds up what agents report. */
final class Costs {

    private Costs() {}

    static Cost sum(Cost a, Cost b) {
        return Cost.newBuilder()
                .setMicroUsd(a.getMicroUsd() + b.getMicroUsd())
                .setPromptTokens(a.getPromptTokens() + b.getPromptTokens())
                .setCompletionTokens(a.getCompletionTokens() + b.getCompletionTokens())
                .setModelCalls(a.getModelCalls() + b.getModelCalls())
                .setPagesFetched(a.getPagesFetched() + b.getPagesFetched())
                .build();
    }
}
