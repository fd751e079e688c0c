package io.outrider.messaging.model;

import io.outrider.kit.model.ModelAnswer;
import io.outrider.kit.model.ModelCall;
import io.outrider.kit.model.ModelDoor;
import io.outrider.kit.model.ModelSize;
import io.outrider.kit.model.ModelUnavailable;
import io.outrider.messaging.draft.Assignment;
import io.outrider.messaging.draft.Drafted;
import io.outrider.messaging.draft.Drafter;
import io.outrider.messaging.draft.Effort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks a model once for the whole sequence. Fails with {@link ModelUnavailable} where no usable draft comes. */
@ApplicationScoped
public class ModelDrafter implements Drafter {

    private final DraftModel model;
    private final ModelDoor door;

    ModelDrafter(DraftModel model, ModelDoor door) {
        this.model = model;
        this.door = door;
    }

    @Override
    public Uni<Drafted> draft(Assignment assignment) {
        var call = new ModelCall(ModelSize.LARGE, DraftModel.PROMPT_VERSION, assignment.turn());
        return door.ask(call, () -> ask(assignment)).map(answer -> usable(assignment, answer));
    }

    private ModelDraft ask(Assignment assignment) {
        int steps = assignment.steps();
        int words = assignment.material().voice().maxWords();
        var material = Fences.material(assignment.material());
        return assignment.isRevision()
                ? model.revise(
                        steps,
                        words,
                        material,
                        Fences.draft(assignment.previous()),
                        Fences.instruction(assignment.instruction()))
                : model.draft(steps, words, material);
    }

    private static Drafted usable(Assignment assignment, ModelAnswer<ModelDraft> answer) {
        var draft = DraftReader.read(answer.value(), assignment);
        if (draft.steps().isEmpty()) {
            throw new ModelUnavailable("the model's answer had no message in it", answer.usage());
        }
        var usage = answer.usage();
        var effort = new Effort(
                List.of(),
                List.of(answer.model()),
                List.of(answer.promptVersion()),
                usage.microUsd(),
                usage.promptTokens(),
                usage.completionTokens(),
                usage.calls());
        return new Drafted(draft, effort);
    }
}
