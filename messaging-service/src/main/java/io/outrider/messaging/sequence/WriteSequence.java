package io.outrider.messaging.sequence;

import io.outrider.kit.error.StateForbids;
import io.outrider.kit.error.Unavailable;
import io.outrider.kit.model.ModelUnavailable;
import io.outrider.messaging.draft.Assignment;
import io.outrider.messaging.draft.Drafted;
import io.outrider.messaging.draft.Effort;
import io.outrider.messaging.draft.TemplateDrafter;
import io.outrider.messaging.model.ModelDrafter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Use case: write a sequence, or write one again as a reviewer wishes. */
@ApplicationScoped
public class WriteSequence {

    private static final Duration MODEL_PAUSE = Duration.ofSeconds(10);

    private final TemplateDrafter templates;
    private final ModelDrafter model;

    WriteSequence(TemplateDrafter templates, ModelDrafter model) {
        this.templates = templates;
        this.model = model;
    }

    /** @param withModel false: no model call is made. True: templates write where the model does not, and say why */
    public Uni<Finished> write(Assignment assignment, boolean withModel) {
        var drafted = withModel
                ? model.draft(assignment)
                        .onFailure(ModelUnavailable.class)
                        .recoverWithItem(failure -> byTemplates(assignment, failure))
                : templates.draft(assignment);
        return drafted.map(draft -> Finisher.finish(assignment.material(), draft));
    }

    /** Without a model only wishes that code can grant are granted; nothing pretends to have understood. */
    public Uni<Finished> revise(Assignment assignment, boolean withModel) {
        var drafted = withModel
                ? model.draft(assignment)
                        .onFailure(ModelUnavailable.class)
                        .recoverWithUni(failure -> grantedAnyway(assignment, failure))
                : Uni.createFrom().item(() -> granted(assignment));
        return drafted.map(draft -> Finisher.finish(assignment.material(), draft));
    }

    private Drafted byTemplates(Assignment assignment, ModelUnavailable failure) {
        return new Drafted(templates.write(assignment.material(), assignment.steps()), degraded(failure));
    }

    private static Drafted granted(Assignment assignment) {
        return PlainWish.read(assignment.instruction())
                .map(wish -> new Drafted(wish.grant(assignment.previous()), Effort.NONE))
                .orElseThrow(
                        () -> new StateForbids(
                                "REVISION_NEEDS_MODEL",
                                "Without a model only \"shorter\" and \"drop step N\" are understood; ask again at another level"));
    }

    private static Uni<Drafted> grantedAnyway(Assignment assignment, ModelUnavailable failure) {
        return PlainWish.read(assignment.instruction())
                .map(wish -> Uni.createFrom().item(new Drafted(wish.grant(assignment.previous()), degraded(failure))))
                .orElseGet(() -> Uni.createFrom()
                        .failure(new Unavailable(
                                "MODEL_UNAVAILABLE", "The revision needs a model: " + reason(failure), MODEL_PAUSE)));
    }

    private static Effort degraded(ModelUnavailable failure) {
        var usage = failure.usage();
        return new Effort(
                List.of(reason(failure)),
                List.of(),
                List.of(),
                usage.microUsd(),
                usage.promptTokens(),
                usage.completionTokens(),
                usage.calls());
    }

    private static String reason(ModelUnavailable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "the model did not answer");
    }
}
