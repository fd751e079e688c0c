package io.outrider.messaging.wire;

import io.outrider.kit.time.Timestamps;
import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.ground.Support;
import io.outrider.messaging.lint.Finding;
import io.outrider.messaging.material.Material;
import io.outrider.messaging.sequence.Body;
import io.outrider.messaging.sequence.Finished;
import io.outrider.messaging.v1.GenerateSequenceRequest;
import io.outrider.type.v1.Channel;
import io.outrider.type.v1.Confidence;
import io.outrider.type.v1.ConfidenceBand;
import io.outrider.type.v1.ConfidenceMethod;
import io.outrider.type.v1.Grounding;
import io.outrider.type.v1.LintFinding;
import io.outrider.type.v1.LintSeverity;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.Sequence;
import io.outrider.type.v1.SequenceStep;
import java.time.Instant;

/** A finished sequence, on the wire. */
public final class SequenceToWire {

    private static final double MEDIUM = 0.5;
    private static final double HIGH = 0.75;

    private SequenceToWire() {}

    /** @param revisesId empty for a first draft */
    public static Sequence of(
            String id,
            String revisesId,
            GenerateSequenceRequest request,
            Material material,
            Finished finished,
            Instant now) {
        var sequence = Sequence.newBuilder()
                .setId(id)
                .setRevisesId(revisesId)
                .setAccount(request.getAccount())
                .setPerson(request.getPerson())
                .setPlaybookId(request.getPlaybookId())
                .setProductId(material.product().id())
                .setPersonaId(material.persona().id())
                .setSegmentId(request.getVerdict().getSegmentId())
                .setLang(request.getLang().isEmpty() ? "en" : request.getLang())
                .setSelectionRationale(finished.rationale())
                .setGrounding(grounding(finished))
                .setConfidence(confidence(finished.confidence()))
                .setCreateTime(Timestamps.toWire(now));
        for (int i = 0; i < finished.steps().size(); i++) {
            sequence.addSteps(step(i, finished.steps().get(i)));
        }
        finished.lint().forEach(finding -> sequence.addLint(finding(finding)));
        return sequence.build();
    }

    private static SequenceStep step(int index, GroundedStep step) {
        var wire = SequenceStep.newBuilder()
                .setIndex(index)
                .setDayOffset(step.dayOffset())
                .setChannel(Channel.CHANNEL_EMAIL)
                .setAutoSend(true)
                .setSubject(step.subject())
                .setBody(Body.of(step.sentences()))
                .setCoreValuePropId(step.valuePropId());
        step.sentences().forEach(sentence -> wire.addSentences(sentence(sentence)));
        return wire.build();
    }

    static Sentence sentence(GroundedSentence sentence) {
        return Sentence.newBuilder()
                .setText(sentence.text())
                .setParagraph(sentence.paragraph())
                .addAllClaimIds(sentence.claimIds())
                .addAllProofPointIds(sentence.proofPointIds())
                .setSupport(Supports.toWire(sentence.support()))
                .build();
    }

    private static LintFinding finding(Finding finding) {
        var wire = LintFinding.newBuilder()
                .setRule(finding.rule())
                .setSeverity(
                        switch (finding.severity()) {
                            case WARNING -> LintSeverity.LINT_SEVERITY_WARNING;
                            case ERROR -> LintSeverity.LINT_SEVERITY_ERROR;
                        })
                .setStepIndex(finding.stepIndex())
                .setExcerpt(finding.excerpt())
                .setMessage(finding.message());
        if (finding.sentenceIndex() != Finding.WHOLE_STEP) {
            wire.setSentenceIndex(finding.sentenceIndex());
        }
        return wire.build();
    }

    private static Grounding grounding(Finished finished) {
        int carried = finished.count(Support.CLAIM) + finished.count(Support.PROOF_POINT);
        int opinions = finished.count(Support.OPINION);
        int none = finished.count(Support.NONE);
        return Grounding.newBuilder()
                .setSentences(carried + opinions + none)
                .setSupported(carried)
                .setOpinions(opinions)
                .setUnsupported(none)
                .build();
    }

    private static Confidence confidence(double value) {
        var band = value >= HIGH
                ? ConfidenceBand.CONFIDENCE_BAND_HIGH
                : value >= MEDIUM ? ConfidenceBand.CONFIDENCE_BAND_MEDIUM : ConfidenceBand.CONFIDENCE_BAND_LOW;
        return Confidence.newBuilder()
                .setValue(value)
                .setRaw(value)
                .setBand(band)
                .setMethod(ConfidenceMethod.CONFIDENCE_METHOD_RULE)
                .build();
    }
}
