package io.outrider.orchestrator.rest.agents.view;

import io.outrider.type.v1.Brief;
import io.outrider.type.v1.LintFinding;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.Sequence;
import io.outrider.type.v1.SequenceStep;
import io.outrider.type.v1.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A drafted sequence, and what every sentence of it rests on. */
@RegisterForReflection
@Schema(
        name = "Sequence",
        description = "A draft: nothing is sent. Every sentence says what it rests on; NONE means nothing carries it.")
public record SequenceView(
        @Nullable String sequenceId,
        @Nullable String playbookOId,
        @Nullable String productOId,
        @Nullable String personaOId,
        @Nullable String segmentOId,
        @Nullable String lang,
        List<StepView> steps,
        @Nullable String selectionRationale,
        List<LintView> lintReport,
        GroundingView groundingReport,
        double confidence,
        int score,
        @Nullable String tier,
        @Nullable String verdictId,
        @Nullable String briefId) {

    @RegisterForReflection
    @Schema(name = "SequenceStep")
    public record StepView(
            int index,
            int dayOffset,
            @Nullable String channel,
            boolean autoSend,
            @Nullable String subject,
            String body,
            @Nullable String coreValueProp,
            List<SentenceView> claims) {}

    @RegisterForReflection
    @Schema(name = "Sentence")
    public record SentenceView(
            String text,

            @Schema(enumeration = {"CLAIM", "PROOF_POINT", "OPINION", "NONE"}) @Nullable
            String support,

            List<String> claimIds,
            List<String> proofPointOIds) {}

    @RegisterForReflection
    @Schema(name = "LintFinding")
    public record LintView(String rule, @Nullable String severity, int stepIndex, String excerpt, String message) {}

    @RegisterForReflection
    @Schema(name = "Grounding")
    public record GroundingView(int sentences, int supported, int opinions, int unsupported) {}

    public static SequenceView of(Sequence sequence, Verdict verdict, Brief brief) {
        var grounding = sequence.getGrounding();
        return new SequenceView(
                Plain.text(sequence.getId()),
                Plain.text(sequence.getPlaybookId()),
                Plain.text(sequence.getProductId()),
                Plain.text(sequence.getPersonaId()),
                Plain.text(sequence.getSegmentId()),
                Plain.text(sequence.getLang()),
                sequence.getStepsList().stream().map(SequenceView::step).toList(),
                Plain.text(sequence.getSelectionRationale()),
                sequence.getLintList().stream().map(SequenceView::lint).toList(),
                new GroundingView(
                        grounding.getSentences(),
                        grounding.getSupported(),
                        grounding.getOpinions(),
                        grounding.getUnsupported()),
                sequence.getConfidence().getValue(),
                verdict.getScore(),
                Plain.word(verdict.getTier()),
                Plain.text(verdict.getId()),
                Plain.text(brief.getId()));
    }

    private static StepView step(SequenceStep step) {
        return new StepView(
                step.getIndex(),
                step.getDayOffset(),
                Plain.word(step.getChannel()),
                step.getAutoSend(),
                Plain.text(step.getSubject()),
                step.getBody(),
                Plain.text(step.getCoreValuePropId()),
                step.getSentencesList().stream().map(SequenceView::sentence).toList());
    }

    static SentenceView sentence(Sentence sentence) {
        return new SentenceView(
                sentence.getText(),
                Plain.word(sentence.getSupport()),
                List.copyOf(sentence.getClaimIdsList()),
                List.copyOf(sentence.getProofPointIdsList()));
    }

    private static LintView lint(LintFinding lint) {
        return new LintView(
                lint.getRule(),
                Plain.word(lint.getSeverity()),
                lint.getStepIndex(),
                lint.getExcerpt(),
                lint.getMessage());
    }
}
