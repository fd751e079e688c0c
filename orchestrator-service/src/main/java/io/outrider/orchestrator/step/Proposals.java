package io.outrider.orchestrator.step;

import com.google.protobuf.ByteString;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.effect.Segments;
import io.outrider.orchestrator.run.RunTrace;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.review.v1.Origin;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Channel;
import io.outrider.type.v1.PlaybookAction;
import io.outrider.type.v1.Sequence;
import io.outrider.type.v1.SequenceStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the proposals of a run: the playbook's actions that apply, with all that a reviewer needs to judge them. */
@ApplicationScoped
class Proposals {

    private final When when;
    private final Segments segments;

    Proposals(When when, Segments segments) {
        this.when = when;
        this.segments = segments;
    }

    /** Actions that apply now. After disqualification only those whose own rule says so, and none that sends. */
    List<PlaybookAction> applicable(Journey journey, Known known) {
        var facts = facts(known);
        return candidates(journey, known)
                .filter(action -> when.of(action.getWhen(), facts).holds())
                .toList();
    }

    private static Stream<PlaybookAction> candidates(Journey journey, Known known) {
        return known.playbook().getActionsList().stream()
                .filter(action -> !journey.disqualified()
                        || (!action.getWhen().isBlank() && action.getType().startsWith("crm.")));
    }

    private static Map<String, Object> facts(Known known) {
        return Facts.of(known.account(), known.brief().result(), known.verdict().result());
    }

    List<Proposal> of(Journey journey, Known known) {
        var facts = facts(known);
        List<Proposal> proposals = new ArrayList<>();
        candidates(journey, known).forEach(action -> {
            var rule = when.of(action.getWhen(), facts);
            if (rule.holds()) {
                add(proposals, journey, known, action);
            } else if (!rule.trouble().isEmpty()) {
                // It looks like a rule that does not hold: whoever wrote it must be able to tell.
                journey.tell(RunStep.PROPOSE, "not proposed", action.getType() + ": " + rule.trouble());
            }
        });
        return proposals;
    }

    private void add(List<Proposal> proposals, Journey journey, Known known, PlaybookAction action) {
        var payload = Payloads.of(action, known);
        if (payload.isEmpty()) {
            journey.tell(RunStep.PROPOSE, "not proposed", action.getType() + ": the run lacks what it needs");
        } else {
            var key = action.getType() + ":" + known.playbook().getActionsList().indexOf(action);
            proposals.add(proposal(journey, known, action, key, payload.get()));
        }
    }

    private Proposal proposal(Journey journey, Known known, PlaybookAction action, String key, byte[] payload) {
        var sends = Payloads.sendsMessages(action.getType());
        var grounds = new Grounds(known, sends ? known.sequence() : Optional.empty());
        return Proposal.newBuilder()
                .setKey(key)
                .setActionType(action.getType())
                .setPayload(ByteString.copyFrom(payload))
                .setDescription(description(action, known))
                .setAccount(known.account())
                .setPerson(known.person())
                .setConfidence(grounds.confidence())
                .setRisk(risk(journey, known, sends))
                .setOrigin(origin(journey, known, grounds))
                .setEffort(journey.spent().until(journey.cost(), grounds.words().getId()))
                .addAllSteps(sent(action, grounds.words()))
                .addAllLint(grounds.words().getLintList())
                .addAllClaims(grounds.claims())
                .putAllProofPoints(grounds.proofPoints())
                .build();
    }

    /** A single mail is the first e-mail of the draft; a sequence is all of it. */
    private static List<SequenceStep> sent(PlaybookAction action, Sequence sequence) {
        var steps = sequence.getStepsList();
        return action.getType().equals("email.send")
                ? steps.stream()
                        .filter(step -> step.getChannel() == Channel.CHANNEL_EMAIL)
                        .limit(1)
                        .toList()
                : steps;
    }

    private static String description(PlaybookAction action, Known known) {
        var company = known.companyName();
        return switch (action.getType()) {
            case "sequence.enrol" ->
                "Send %d messages to **%s** (%s) at **%s**."
                        .formatted(
                                known.sequence()
                                        .map(s -> s.result().getStepsCount())
                                        .orElse(0),
                                known.personName(),
                                known.person().getTitle(),
                                company);
            case "crm.company.upsert" ->
                "Write score %d (%s) of **%s** to the CRM."
                        .formatted(
                                known.verdict().result().getScore(),
                                Words.of(known.verdict().result().getTier()),
                                company);
            case "slack.message.post" -> "Tell the team about **%s**.".formatted(company);
            case "task.create" -> "Make a task to call **%s**.".formatted(company);
            default -> action.getType() + " for **" + company + "**.";
        };
    }

    private Risk risk(Journey journey, Known known, boolean sends) {
        return Risk.newBuilder()
                .setAffectedCount(1)
                .setNewSegment(sends
                        && segments.isNew(
                                journey.workspace(),
                                known.verdict().result().getSegmentId(),
                                Timestamps.toInstant(journey.run().getCreateTime())))
                .setSeniority(known.person().getSeniority())
                .setPartial(journey.run().getPartial())
                .setDegraded(journey.run().getDegraded())
                .addAllMissing(journey.trouble().missing())
                .build();
    }

    private static Origin origin(Journey journey, Known known, Grounds grounds) {
        var run = journey.run();
        return Origin.newBuilder()
                .setRunId(run.getId())
                .setStep(RunStep.PROPOSE.word())
                .setTraceId(RunTrace.id(run.getId()))
                .setAuthor(run.getCreatedBy())
                .setPlaybookId(known.playbook().getId())
                .setSegmentId(known.verdict().result().getSegmentId())
                .setPersonaId(known.sequence()
                        .map(s -> s.result().getPersonaId())
                        .orElse(known.verdict().result().getPersonaId()))
                .setLibraryRevision(journey.library().revision())
                .setLevel(run.getLevel())
                .setAgent(grounds.agent())
                .addAllModels(grounds.work().getModelsList())
                .addAllPromptVersions(grounds.work().getPromptVersionsList())
                .build();
    }
}
