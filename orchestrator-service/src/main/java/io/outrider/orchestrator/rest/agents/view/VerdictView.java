package io.outrider.orchestrator.rest.agents.view;

import io.outrider.orchestrator.library.Pinned;
import io.outrider.type.v1.Answer;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a company or a person is worth the next step. */
@RegisterForReflection
@Schema(name = "Qualification", description = "Whether a company or a person is worth the next step.")
public record VerdictView(
        @Schema(description = "1 to 10.") int score,

        @Schema(enumeration = {"STRONG", "POSSIBLE", "WEAK", "DISQUALIFIED"}) @Nullable
        String tier,

        String rationale,

        @Schema(enumeration = {"ROUTE_TO_SALES", "NURTURE", "DISQUALIFY", "RESEARCH_MORE"}) @Nullable
        String recommendedAction,

        List<String> reasonCodes,
        @Schema(description = "0 to 1.") double confidence,

        @Schema(enumeration = {"LOW", "MEDIUM", "HIGH"}) @Nullable
        String confidenceBand,

        @Schema(description = "Share of the questions that could be answered, 0 to 1.")
        double coverage,

        LibraryObjects.@Nullable Fit product,
        LibraryObjects.@Nullable Fit segment,
        LibraryObjects.@Nullable Fit persona,
        LibraryObjects.@Nullable Fit playbook,
        List<AnswerView> answers,
        @Nullable String verdictId,
        @Nullable String briefId) {

    @RegisterForReflection
    @Schema(name = "Answer")
    public record AnswerView(
            String questionId,
            String question,

            @Schema(enumeration = {"YES", "NO", "UNKNOWN"}) @Nullable
            String answer,

            String rationale,
            double confidence,
            @Nullable String weight,
            @Nullable String fitType,
            @Nullable String answeredBy,
            double contribution,
            List<String> claimIds) {}

    public static VerdictView of(Verdict verdict, Brief brief, Pinned library) {
        var objects = new LibraryObjects(library.library());
        return new VerdictView(
                verdict.getScore(),
                Plain.word(verdict.getTier()),
                verdict.getRationale(),
                Plain.word(verdict.getRecommendedAction()),
                List.copyOf(verdict.getReasonCodesList()),
                verdict.getConfidence().getValue(),
                Plain.word(verdict.getConfidence().getBand()),
                verdict.getCoverage(),
                objects.product(verdict.getProductId()),
                objects.segment(verdict.getSegmentId()),
                objects.persona(verdict.getPersonaId()),
                objects.playbook(verdict.getPlaybookId()),
                verdict.getAnswersList().stream().map(VerdictView::answer).toList(),
                Plain.text(verdict.getId()),
                Plain.text(brief.getId()));
    }

    private static AnswerView answer(Answer answer) {
        return new AnswerView(
                answer.getQuestionId(),
                answer.getQuestion(),
                Plain.word(answer.getValue()),
                answer.getRationale(),
                answer.getConfidence(),
                Plain.word(answer.getWeight()),
                Plain.word(answer.getFitType()),
                Plain.word(answer.getAnsweredBy()),
                answer.getContribution(),
                List.copyOf(answer.getClaimIdsList()));
    }
}
