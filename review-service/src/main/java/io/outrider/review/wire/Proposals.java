package io.outrider.review.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.review.policy.Proposed;
import io.outrider.review.policy.Risk;
import io.outrider.review.policy.Seniority;
import io.outrider.review.policy.Source;
import io.outrider.review.policy.Wording;
import io.outrider.review.queue.Documents;
import io.outrider.review.queue.Messages;
import io.outrider.review.queue.Payload;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.LintFinding;
import io.outrider.type.v1.LintSeverity;
import io.outrider.type.v1.Support;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Proposals as the domain sees them. A stored document is a serialized {@link Proposal}. */
@ApplicationScoped
class Proposals implements Documents {

    @Override
    public byte[] payload(byte[] document) {
        return parse(document).getPayload().toByteArray();
    }

    @Override
    public String description(byte[] summary) {
        return parse(summary).getDescription();
    }

    @Override
    public Proposed proposed(byte[] document) {
        var proposal = parse(document);
        return proposed(proposal, Payload.parse(proposal.getPayload().toByteArray(), "payload"));
    }

    @Override
    public Messages messages(byte[] document) {
        return ProposalMessages.read(parse(document));
    }

    @Override
    public Edited edited(byte[] document, Payload payload, Messages messages) {
        var proposal = ProposalMessages.write(parse(document), messages).toBuilder()
                .setPayload(ByteString.copyFrom(payload.bytes()))
                .build();
        return new Edited(proposal.toByteArray(), proposed(proposal, payload));
    }

    @Override
    public Optional<Spoiled> spoiled(byte[] document, String runId, byte[] stranger) {
        var account = parse(stranger).getAccount();
        return new Spoiling(parse(document), document, account).spoiled(runId);
    }

    static Proposal parse(byte[] document) {
        try {
            return Proposal.parseFrom(document);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored proposal cannot be read", e);
        }
    }

    /** What a list shows of it. */
    static Proposal summary(Proposal proposal) {
        return proposal.toBuilder()
                .clearPayload()
                .clearClaims()
                .clearSteps()
                .clearLint()
                .clearProofPoints()
                .build();
    }

    static Proposed proposed(Proposal proposal, Payload payload) {
        var account = proposal.getAccount();
        return new Proposed(
                proposal.getOrigin().getRunId(),
                proposal.getKey(),
                proposal.getActionType(),
                payload.json(),
                Map.of(
                        "domain", account.getDomain(),
                        "name", account.getName(),
                        "attributes", account.getAttributesMap()),
                risk(proposal),
                wording(proposal, payload),
                source(proposal));
    }

    private static Source source(Proposal proposal) {
        var origin = proposal.getOrigin();
        var models = origin.getModelsList();
        return new Source(
                origin.getAgent().isEmpty() ? origin.getStep() : origin.getAgent(),
                origin.getSegmentId(),
                models.isEmpty() ? "" : models.getLast());
    }

    private static Risk risk(Proposal proposal) {
        var risk = proposal.getRisk();
        return new Risk(
                risk.getAffectedCount(),
                seniority(risk.getSeniority()),
                risk.getNewSegment(),
                risk.getPartial(),
                risk.getDegraded(),
                proposal.getConfidence().getValue());
    }

    static Seniority seniority(io.outrider.type.v1.Seniority seniority) {
        return switch (seniority) {
            case SENIORITY_UNSPECIFIED, UNRECOGNIZED -> Seniority.UNKNOWN;
            case SENIORITY_INDIVIDUAL -> Seniority.INDIVIDUAL;
            case SENIORITY_MANAGER -> Seniority.MANAGER;
            case SENIORITY_DIRECTOR -> Seniority.DIRECTOR;
            case SENIORITY_VP -> Seniority.VP;
            case SENIORITY_C_LEVEL -> Seniority.C_LEVEL;
        };
    }

    private static Wording wording(Proposal proposal, Payload payload) {
        var errors = (SentMessages.match(proposal, payload) ? 0 : 1)
                + proposal.getLintList().stream().filter(Proposals::blocks).count();
        var unsupported = proposal.getStepsList().stream()
                .flatMap(step -> step.getSentencesList().stream())
                .filter(sentence -> sentence.getSupport() == Support.SUPPORT_NONE
                        || sentence.getSupport() == Support.SUPPORT_UNSPECIFIED)
                .count();
        return new Wording((int) errors, (int) unsupported);
    }

    static boolean blocks(LintFinding finding) {
        return finding.getSeverity() == LintSeverity.LINT_SEVERITY_ERROR;
    }
}
