package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.StateForbids;
import io.outrider.messaging.v1.GenerateSequenceRequest;
import io.outrider.messaging.v1.PrepareCallRequest;
import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.rest.agents.AgentWork.Question;
import io.outrider.orchestrator.rest.agents.view.CallPrepView;
import io.outrider.orchestrator.rest.agents.view.SequenceView;
import io.outrider.type.v1.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What messaging-service answers, from a brief and a verdict that are made first. Nothing is sent or stored elsewhere. */
@ApplicationScoped
class Writing {

    private static final String MESSAGING = "messaging";

    private final Downstream downstream;
    private final Agents agents;
    private final Finding finding;
    private final Judging judging;

    Writing(Downstream downstream, Agents agents, Finding finding, Judging judging) {
        this.downstream = downstream;
        this.agents = agents;
        this.finding = finding;
        this.judging = judging;
    }

    Answered sequence(Question question) {
        var ask = question.ask();
        var researched = finding.brief(question);
        var judged = judging.company(question, researched.getBrief());
        var request = GenerateSequenceRequest.newBuilder()
                .setRequestId(question.requestId("draft"))
                .setAccount(ask.account())
                .setPerson(ask.person())
                .setBrief(researched.getBrief())
                .setVerdict(judged.getVerdict())
                .setLibrary(question.library().library())
                .setPlaybookId(playbook(question, judged.getVerdict()))
                .setLevel(ask.level())
                .setStepCount(ask.steps())
                .setLang(ask.lang())
                .build();
        var drafted = downstream.ask(
                MESSAGING, time -> agents.messaging(question.workspace(), time).generateSequence(request));
        var data = SequenceView.of(drafted.getSequence(), judged.getVerdict(), researched.getBrief());
        return new Answered(
                drafted.getSequence().getStepsCount() > 0,
                data,
                List.of(researched.getWork(), judged.getWork(), drafted.getWork()));
    }

    Answered callPrep(Question question) {
        var ask = question.ask();
        var researched = finding.brief(question);
        var judged = judging.company(question, researched.getBrief());
        var request = PrepareCallRequest.newBuilder()
                .setRequestId(question.requestId("prepare"))
                .setAccount(ask.account())
                .setPerson(ask.person())
                .setBrief(researched.getBrief())
                .setLibrary(question.library().library())
                .setPlaybookId(playbook(question, judged.getVerdict()))
                .setLevel(ask.level())
                .build();
        var prepared = downstream.ask(
                MESSAGING, time -> agents.messaging(question.workspace(), time).prepareCall(request));
        var data = CallPrepView.of(
                prepared.getCallPrep(), request.getPlaybookId(), researched.getBrief(), question.library());
        return new Answered(true, data, List.of(researched.getWork(), judged.getWork(), prepared.getWork()));
    }

    private static String playbook(Question question, Verdict verdict) {
        var chosen = question.ask().playbook().isEmpty()
                ? verdict.getPlaybookId()
                : question.ask().playbook();
        if (chosen.isEmpty()) {
            throw new StateForbids(
                    "NO_PLAYBOOK", "No playbook of the library fits this account: name one, or add one that does");
        }
        return chosen;
    }
}
