package io.outrider.research.reason;

import io.outrider.kit.model.ModelAnswer;
import io.outrider.kit.model.ModelCall;
import io.outrider.kit.model.ModelDoor;
import io.outrider.kit.model.ModelSize;
import io.outrider.kit.model.ModelUnavailable;
import io.outrider.kit.model.ModelUsage;
import io.outrider.research.brief.Finding;
import io.outrider.research.brief.Work.ModelUse;
import java.util.List;
import java.util.stream.Stream;

/** Reads by a model on top of the rules. Where the model does not answer, the rules' result stands, marked as degraded. */
final class ModelResearcher implements Researcher {

    private final RuleResearcher rules;
    private final ModelDoor door;
    private final PageAnalyst analyst;

    ModelResearcher(RuleResearcher rules, ModelDoor door, PageAnalyst analyst) {
        this.rules = rules;
        this.door = door;
        this.analyst = analyst;
    }

    @Override
    public Research research(Dossier dossier) {
        var byRules = rules.research(dossier);
        if (dossier.pages().isEmpty()) {
            return byRules;
        }
        var company = Fence.escape(
                dossier.account().displayName() + " (" + dossier.account().domain() + ")");
        var questions = Fence.questions(dossier.questions());
        var pages = Fence.pages(dossier.pages());
        var call = new ModelCall(ModelSize.FAST, PageAnalyst.PROMPT_VERSION, dossier.turn());
        try {
            var answer = door.ask(call, () -> analyst.read(company, questions, pages))
                    .await()
                    .indefinitely();
            return merged(byRules, answer, dossier);
        } catch (ModelUnavailable e) {
            return degraded(byRules, e);
        }
    }

    private static Research merged(Research byRules, ModelAnswer<ModelFindings> answer, Dossier dossier) {
        var checked = QuoteCheck.check(answer.value(), dossier.pages());
        var findings = Stream.concat(byRules.findings().stream(), checked.findings().stream())
                .toList();
        var model = use(answer.usage(), List.of(answer.model()), List.of(answer.promptVersion()));
        return new Research(findings, byRules.people(), checked.emphasis(), checked.fabricated(), model, List.of());
    }

    private static Research degraded(Research byRules, ModelUnavailable why) {
        List<Finding> findings = byRules.findings();
        return new Research(
                findings,
                byRules.people(),
                byRules.emphasis(),
                0,
                use(why.usage(), List.of(), List.of()),
                List.of(String.valueOf(why.getMessage())));
    }

    private static ModelUse use(ModelUsage usage, List<String> models, List<String> prompts) {
        return new ModelUse(
                models, prompts, usage.promptTokens(), usage.completionTokens(), usage.calls(), usage.microUsd());
    }
}
