package io.outrider.research.wire;

import io.outrider.kit.page.Page;
import io.outrider.research.app.Made;
import io.outrider.research.brief.Brief;
import io.outrider.research.brief.Person;
import io.outrider.research.enrich.CompanyEnricher;
import io.outrider.research.v1.EnrichCompanyResponse;
import io.outrider.research.v1.EnrichPersonResponse;
import io.outrider.research.v1.FindContactsResponse;
import io.outrider.research.v1.ListBriefsResponse;
import io.outrider.research.v1.ResearchAccountResponse;
import java.util.List;
import java.util.Optional;

/** From what was made to what was asked for. */
public final class Answers {

    private Answers() {}

    public static ResearchAccountResponse research(Made made) {
        return ResearchAccountResponse.newBuilder()
                .setBrief(BriefToWire.toWire(made.brief()))
                .setWork(BriefToWire.toWire(made.work()))
                .build();
    }

    public static EnrichCompanyResponse company(Made made) {
        var answer = EnrichCompanyResponse.newBuilder()
                .setBriefId(made.brief().id())
                .setWork(BriefToWire.toWire(made.work()));
        CompanyEnricher.enrich(made.brief())
                .ifPresent(company -> answer.setFound(true).setCompany(CompanyWire.toWire(company)));
        return answer.build();
    }

    public static EnrichPersonResponse person(Made made, Optional<Person> person) {
        var answer = EnrichPersonResponse.newBuilder().setWork(BriefToWire.toWire(made.work()));
        person.ifPresent(found -> answer.setFound(true).setPerson(PeopleWire.toWire(found)));
        return answer.build();
    }

    public static FindContactsResponse contacts(Made made, List<Person> people) {
        return FindContactsResponse.newBuilder()
                .setWork(BriefToWire.toWire(made.work()))
                .addAllPeople(people.stream().map(PeopleWire::toWire).toList())
                .build();
    }

    public static ListBriefsResponse briefs(Page<Brief> page) {
        return ListBriefsResponse.newBuilder()
                .addAllBriefs(
                        page.rows().stream().map(BriefToWire::toWireHeader).toList())
                .setNextPageToken(page.nextToken())
                .build();
    }
}
