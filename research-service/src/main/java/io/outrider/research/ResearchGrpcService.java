package io.outrider.research;

import io.outrider.kit.error.NotFound;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.page.PageToken;
import io.outrider.kit.security.Caller;
import io.outrider.research.app.Made;
import io.outrider.research.app.ResearchAccount;
import io.outrider.research.brief.Briefs;
import io.outrider.research.enrich.PersonMatch;
import io.outrider.research.v1.EnrichCompanyRequest;
import io.outrider.research.v1.EnrichCompanyResponse;
import io.outrider.research.v1.EnrichPersonRequest;
import io.outrider.research.v1.EnrichPersonResponse;
import io.outrider.research.v1.FindContactsRequest;
import io.outrider.research.v1.FindContactsResponse;
import io.outrider.research.v1.GetBriefRequest;
import io.outrider.research.v1.GetBriefResponse;
import io.outrider.research.v1.GetSnapshotRequest;
import io.outrider.research.v1.GetSnapshotResponse;
import io.outrider.research.v1.ListBriefsRequest;
import io.outrider.research.v1.ListBriefsResponse;
import io.outrider.research.v1.ResearchAccountRequest;
import io.outrider.research.v1.ResearchAccountResponse;
import io.outrider.research.v1.ResearchService;
import io.outrider.research.wire.AnswerCodecs;
import io.outrider.research.wire.Answers;
import io.outrider.research.wire.BriefToWire;
import io.outrider.research.wire.EvidenceWire;
import io.outrider.research.wire.RequestWire;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.function.Function;

/** Translates between the wire and the domain. Holds no rules of its own. */
@GrpcService
class ResearchGrpcService implements ResearchService {

    private final ResearchAccount research;
    private final Briefs briefs;
    private final Clock clock;

    ResearchGrpcService(ResearchAccount research, Briefs briefs, Clock clock) {
        this.research = research;
        this.briefs = briefs;
        this.clock = clock;
    }

    @Override
    public Uni<ResearchAccountResponse> researchAccount(ResearchAccountRequest request) {
        return research.run(
                RequestWire.request(request.getRequestId(), request),
                RequestWire.task(request, clock),
                Answers::research,
                AnswerCodecs.RESEARCH_ACCOUNT);
    }

    @Override
    public Uni<EnrichCompanyResponse> enrichCompany(EnrichCompanyRequest request) {
        return research.run(
                RequestWire.request(request.getRequestId(), request),
                RequestWire.task(request, clock),
                Answers::company,
                AnswerCodecs.ENRICH_COMPANY);
    }

    @Override
    public Uni<EnrichPersonResponse> enrichPerson(EnrichPersonRequest request) {
        var wanted = request.getPerson();
        Function<Made, EnrichPersonResponse> answer = made -> Answers.person(
                made, PersonMatch.find(made.brief(), wanted.getFirstName(), wanted.getLastName(), wanted.getEmail()));
        return research.run(
                RequestWire.request(request.getRequestId(), request),
                RequestWire.task(request, clock),
                answer,
                AnswerCodecs.ENRICH_PERSON);
    }

    @Override
    public Uni<FindContactsResponse> findContacts(FindContactsRequest request) {
        Function<Made, FindContactsResponse> answer = made -> Answers.contacts(
                made, PersonMatch.withTitles(made.brief(), request.getTitlesList(), RequestWire.wanted(request)));
        return research.run(
                RequestWire.request(request.getRequestId(), request),
                RequestWire.task(request, clock),
                answer,
                AnswerCodecs.FIND_CONTACTS);
    }

    @Override
    public Uni<GetBriefResponse> getBrief(GetBriefRequest request) {
        return briefs.find(Caller.current().workspace(), request.getBriefId())
                .map(found -> found.orElseThrow(() -> new NotFound("brief", request.getBriefId())))
                .map(brief -> GetBriefResponse.newBuilder()
                        .setBrief(BriefToWire.toWire(brief))
                        .build());
    }

    @Override
    public Uni<ListBriefsResponse> listBriefs(ListBriefsRequest request) {
        var size = PageSize.of(request.getPageSize());
        var after = PageToken.decode(request.getPageToken());
        return briefs.page(Caller.current().workspace(), request.getDomain(), after, size.plusOne())
                .map(rows -> Page.of(rows, size, brief -> new PageToken(brief.createdAt(), brief.id())))
                .map(Answers::briefs);
    }

    @Override
    public Uni<GetSnapshotResponse> getSnapshot(GetSnapshotRequest request) {
        return briefs.snapshot(Caller.current().workspace(), request.getSnapshotId())
                .map(found -> found.orElseThrow(() -> new NotFound("snapshot", request.getSnapshotId())))
                .map(page -> GetSnapshotResponse.newBuilder()
                        .setSnapshot(EvidenceWire.toWireSnapshot(page))
                        .build());
    }
}
