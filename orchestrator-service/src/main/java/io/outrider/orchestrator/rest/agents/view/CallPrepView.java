package io.outrider.orchestrator.rest.agents.view;

import io.outrider.messaging.v1.CallPrep;
import io.outrider.messaging.v1.DiscoveryQuestion;
import io.outrider.orchestrator.library.Pinned;
import io.outrider.type.v1.Brief;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to know and ask before a call. */
@RegisterForReflection
@Schema(name = "CallPrep", description = "What to know and ask before a call.")
public record CallPrepView(
        @Nullable String callPrepId,
        @Nullable String companyBrief,
        @Nullable String personBrief,
        LibraryObjects.@Nullable Fit matchedPersona,
        LibraryObjects.@Nullable Fit recommendedPlaybook,
        List<SequenceView.SentenceView> keyThemes,
        List<QuestionView> discoveryQuestions,
        List<String> proofPoints,
        List<String> checklist,
        @Nullable String briefId) {

    @RegisterForReflection
    @Schema(name = "DiscoveryQuestion")
    public record QuestionView(
            @Schema(enumeration = {"OPENING", "PAIN", "QUALIFICATION", "FUTURE_STATE"}) @Nullable
            String stage,

            String question,
            List<String> listenFor,
            List<String> claimIds) {}

    public static CallPrepView of(CallPrep prep, String playbookId, Brief brief, Pinned library) {
        var objects = new LibraryObjects(library.library());
        var proofs = library.library().getProofPointsList().stream()
                .filter(proof -> prep.getProofPointIdsList().contains(proof.getId()))
                .map(proof -> proof.getText())
                .toList();
        return new CallPrepView(
                Plain.text(prep.getId()),
                Plain.text(prep.getCompanyBrief()),
                Plain.text(prep.getPersonBrief()),
                objects.persona(prep.getMatchedPersonaId()),
                objects.playbook(playbookId),
                prep.getKeyThemesList().stream().map(SequenceView::sentence).toList(),
                prep.getDiscoveryQuestionsList().stream()
                        .map(CallPrepView::question)
                        .toList(),
                proofs,
                List.copyOf(prep.getChecklistList()),
                Plain.text(brief.getId()));
    }

    private static QuestionView question(DiscoveryQuestion question) {
        return new QuestionView(
                Plain.word(question.getStage()),
                question.getQuestion(),
                List.copyOf(question.getListenForList()),
                List.copyOf(question.getClaimIdsList()));
    }
}
