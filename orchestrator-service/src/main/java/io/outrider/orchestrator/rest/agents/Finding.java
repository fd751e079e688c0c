package io.outrider.orchestrator.rest.agents;

import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.rest.agents.AgentWork.Question;
import io.outrider.orchestrator.rest.agents.view.CompanyView;
import io.outrider.orchestrator.rest.agents.view.PersonView;
import io.outrider.orchestrator.rest.agents.view.ProspectsView;
import io.outrider.research.v1.EnrichCompanyRequest;
import io.outrider.research.v1.EnrichPersonRequest;
import io.outrider.research.v1.FindContactsRequest;
import io.outrider.research.v1.ResearchAccountRequest;
import io.outrider.research.v1.ResearchAccountResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What research-service answers. */
@ApplicationScoped
class Finding {

    private static final String RESEARCH = "research";

    private final Downstream downstream;
    private final Agents agents;

    Finding(Downstream downstream, Agents agents) {
        this.downstream = downstream;
        this.agents = agents;
    }

    Answered company(Question question) {
        var request = EnrichCompanyRequest.newBuilder()
                .setRequestId(question.requestId("enrich"))
                .setAccount(question.ask().account())
                .setLevel(question.ask().level())
                .build();
        var answer = downstream.ask(
                RESEARCH, time -> agents.research(question.workspace(), time).enrichCompany(request));
        var data = answer.getFound() ? CompanyView.of(answer.getCompany(), answer.getBriefId()) : null;
        return new Answered(answer.getFound(), data, List.of(answer.getWork()));
    }

    Answered person(Question question) {
        var ask = question.ask();
        var request = EnrichPersonRequest.newBuilder()
                .setRequestId(question.requestId("enrich"))
                .setAccount(ask.account())
                .setPerson(ask.person())
                .setLevel(ask.level())
                .build();
        var answer = downstream.ask(
                RESEARCH, time -> agents.research(question.workspace(), time).enrichPerson(request));
        var data = answer.getFound()
                ? PersonView.of(answer.getPerson(), ask.account().getDomain())
                : null;
        return new Answered(answer.getFound(), data, List.of(answer.getWork()));
    }

    Answered people(Question question) {
        var ask = question.ask();
        var request = FindContactsRequest.newBuilder()
                .setRequestId(question.requestId("find"))
                .setAccount(ask.account())
                .addAllTitles(ask.titles())
                .setMaxResults(ask.limit())
                .build();
        var answer = downstream.ask(
                RESEARCH, time -> agents.research(question.workspace(), time).findContacts(request));
        var data = ProspectsView.of(answer.getPeopleList(), ask.account().getDomain());
        return new Answered(answer.getPeopleCount() > 0, data, List.of(answer.getWork()));
    }

    /** The brief that judging and writing begin with. */
    ResearchAccountResponse brief(Question question) {
        var request = ResearchAccountRequest.newBuilder()
                .setRequestId(question.requestId("research"))
                .setAccount(question.ask().account())
                .setDepth(question.ask().depth())
                .setLevel(question.ask().level())
                .build();
        return downstream.ask(
                RESEARCH, time -> agents.research(question.workspace(), time).researchAccount(request));
    }
}
