package io.outrider.messaging.wire;

import io.outrider.messaging.call.Preparation;
import io.outrider.messaging.call.Preparation.Question;
import io.outrider.messaging.v1.CallPrep;
import io.outrider.messaging.v1.DiscoveryQuestion;
import io.outrider.messaging.v1.DiscoveryStage;
import io.outrider.messaging.v1.PrepareCallRequest;
import io.outrider.type.v1.QualifyingQuestion;
import java.util.List;
import java.util.stream.Stream;

/** A call preparation, on the wire, and what it needs of the request besides the material. */
public final class CallPrepToWire {

    private CallPrepToWire() {}

    public static CallPrep of(String id, String personaId, Preparation preparation) {
        var wire = CallPrep.newBuilder()
                .setId(id)
                .setCompanyBrief(preparation.companyBrief())
                .setPersonBrief(preparation.personBrief())
                .setMatchedPersonaId(personaId)
                .addAllProofPointIds(preparation.proofPointIds())
                .addAllChecklist(preparation.checklist());
        preparation.themes().forEach(theme -> wire.addKeyThemes(SequenceToWire.sentence(theme)));
        preparation.questions().forEach(question -> wire.addDiscoveryQuestions(question(question)));
        return wire.build();
    }

    private static DiscoveryQuestion question(Question question) {
        return DiscoveryQuestion.newBuilder()
                .setStage(
                        switch (question.stage()) {
                            case OPENING -> DiscoveryStage.DISCOVERY_STAGE_OPENING;
                            case PAIN -> DiscoveryStage.DISCOVERY_STAGE_PAIN;
                            case QUALIFICATION -> DiscoveryStage.DISCOVERY_STAGE_QUALIFICATION;
                            case FUTURE_STATE -> DiscoveryStage.DISCOVERY_STAGE_FUTURE_STATE;
                        })
                .setQuestion(question.text())
                .addAllListenFor(question.listenFor())
                .addAllClaimIds(question.claimIds())
                .build();
    }

    /** Those that no rule answers: a person has to ask. */
    public static List<String> openQuestions(PrepareCallRequest request) {
        return request.getLibrary().getPlaybooksList().stream()
                .filter(playbook -> playbook.getId().equals(request.getPlaybookId()))
                .flatMap(playbook -> playbook.getQualifyingQuestionsList().stream())
                .filter(question -> question.getRule().isEmpty())
                .map(QualifyingQuestion::getQuestion)
                .toList();
    }

    public static List<String> gaps(PrepareCallRequest request) {
        var unknown = request.getBrief().getUnknownsList().stream()
                .map(gap -> "Not known: " + gap.getQuestion() + " (" + gap.getWhy() + ")");
        var disputed = request.getBrief().getContradictionsList().stream()
                .map(gap -> "Sources disagree on " + gap.getPredicate() + ": ask.");
        return Stream.concat(unknown, disputed).toList();
    }
}
