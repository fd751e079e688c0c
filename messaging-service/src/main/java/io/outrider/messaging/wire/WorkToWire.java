package io.outrider.messaging.wire;

import io.outrider.messaging.draft.Effort;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Work;

/** What a result took, on the wire. */
public final class WorkToWire {

    private WorkToWire() {}

    public static Work of(Level asked, Effort effort) {
        return Work.newBuilder()
                .setLevel(asked)
                .setDegraded(effort.degraded())
                .addAllDegradedReasons(effort.degradedReasons())
                .addAllModels(effort.models())
                .addAllPromptVersions(effort.promptVersions())
                .setCost(Cost.newBuilder()
                        .setMicroUsd(effort.microUsd())
                        .setPromptTokens(effort.promptTokens())
                        .setCompletionTokens(effort.completionTokens())
                        .setModelCalls(effort.modelCalls()))
                .build();
    }

    /** The contract's default. */
    public static Level level(Level asked) {
        return asked == Level.LEVEL_UNSPECIFIED ? Level.LEVEL_ASSISTED : asked;
    }
}
