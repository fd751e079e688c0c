package io.outrider.orchestrator.rest.agents;

import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.rest.agents.AgentWork.Question;
import io.outrider.orchestrator.rest.agents.view.VerdictView;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.qualify.v1.QualifyCompanyResponse;
import io.outrider.qualify.v1.QualifyPersonRequest;
import io.outrider.type.v1.Brief;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What qualify-service answers, from a brief that research makes first. */
@ApplicationScoped
class Judging {

    private static final String QUALIFY = "qualify";

    private final Downstream downstream;
    private final Agents agents;
    private final Finding finding;

    Judging(Downstream downstream, Agents agents, Finding finding) {
        this.downstream = downstream;
        this.agents = agents;
        this.finding = finding;
    }

    Answered company(Question question) {
        var researched = finding.brief(question);
        var judged = company(question, researched.getBrief());
        var data = VerdictView.of(judged.getVerdict(), researched.getBrief(), question.library());
        return new Answered(
                researched.getBrief().getClaimsCount() > 0, data, List.of(researched.getWork(), judged.getWork()));
    }

    Answered person(Question question) {
        var ask = question.ask();
        var researched = finding.brief(question);
        var request = QualifyPersonRequest.newBuilder()
                .setRequestId(question.requestId("qualify"))
                .setAccount(ask.account())
                .setPerson(ask.person())
                .setBrief(researched.getBrief())
                .setLibrary(question.library().library())
                .setPlaybookId(ask.playbook())
                .setLevel(ask.level())
                .build();
        var judged = downstream.ask(
                QUALIFY, time -> agents.qualify(question.workspace(), time).qualifyPerson(request));
        var data = VerdictView.of(judged.getVerdict(), researched.getBrief(), question.library());
        return new Answered(true, data, List.of(researched.getWork(), judged.getWork()));
    }

    QualifyCompanyResponse company(Question question, Brief brief) {
        var ask = question.ask();
        var request = QualifyCompanyRequest.newBuilder()
                .setRequestId(question.requestId("qualify"))
                .setAccount(ask.account())
                .setBrief(brief)
                .setLibrary(question.library().library())
                .setPlaybookId(ask.playbook())
                .setLevel(ask.level())
                .build();
        return downstream.ask(
                QUALIFY, time -> agents.qualify(question.workspace(), time).qualifyCompany(request));
    }
}
