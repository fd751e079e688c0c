package io.outrider.qualify;

import com.google.protobuf.Message;
import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.id.BodyHash;
import io.outrider.kit.id.Ids;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.page.PageToken;
import io.outrider.kit.security.Caller;
import io.outrider.qualify.v1.ListVerdictsRequest;
import io.outrider.qualify.v1.ListVerdictsResponse;
import io.outrider.qualify.v1.OverrideVerdictRequest;
import io.outrider.qualify.v1.OverrideVerdictResponse;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.qualify.v1.QualifyCompanyResponse;
import io.outrider.qualify.v1.QualifyPersonRequest;
import io.outrider.qualify.v1.QualifyPersonResponse;
import io.outrider.qualify.v1.QualifyService;
import io.outrider.qualify.verdict.Case;
import io.outrider.qualify.verdict.Judge;
import io.outrider.qualify.verdict.Once;
import io.outrider.qualify.verdict.RequestKey;
import io.outrider.qualify.verdict.StoredVerdict;
import io.outrider.qualify.verdict.Verdicts;
import io.outrider.qualify.wire.Listing;
import io.outrider.qualify.wire.Overriding;
import io.outrider.qualify.wire.Requests;
import io.outrider.qualify.wire.Stored;
import io.outrider.qualify.wire.VerdictToWire;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Verdict;
import io.outrider.type.v1.Work;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Translates between the wire and the domain. Holds no rules of its own. */
@GrpcService
class QualifyGrpcService implements QualifyService {

    private final Judge judge;
    private final Verdicts verdicts;
    private final Once once;
    private final Moment moment;

    QualifyGrpcService(Judge judge, Verdicts verdicts, Once once, Moment moment) {
        this.judge = judge;
        this.verdicts = verdicts;
        this.once = once;
        this.moment = moment;
    }

    @Override
    public Uni<QualifyCompanyResponse> qualifyCompany(QualifyCompanyRequest request) {
        var key = key(request.getRequestId(), request);
        var now = moment.now();
        var given = Requests.company(request, now, moment.modelTurn(now));
        var about = Verdict.newBuilder().setAccount(request.getAccount()).build();
        return once.get(key, () -> judge(key.workspace(), given, about, request.getLevel(), now))
                .map(outcome -> QualifyCompanyResponse.newBuilder()
                        .setVerdict(Stored.verdict(outcome.verdict()))
                        .setWork(Stored.work(outcome))
                        .build());
    }

    @Override
    public Uni<QualifyPersonResponse> qualifyPerson(QualifyPersonRequest request) {
        var key = key(request.getRequestId(), request);
        var now = moment.now();
        var given = Requests.person(request, now, moment.modelTurn(now));
        var about = Verdict.newBuilder()
                .setAccount(request.getAccount())
                .setPerson(request.getPerson())
                .build();
        return once.get(key, () -> judge(key.workspace(), given, about, request.getLevel(), now))
                .map(outcome -> QualifyPersonResponse.newBuilder()
                        .setVerdict(Stored.verdict(outcome.verdict()))
                        .setWork(Stored.work(outcome))
                        .build());
    }

    @Override
    public Uni<OverrideVerdictResponse> overrideVerdict(OverrideVerdictRequest request) {
        Overriding.check(request);
        var caller = Caller.current();
        var key = key(request.getRequestId(), request);
        return once.get(key, () -> override(caller, request))
                .map(outcome -> OverrideVerdictResponse.newBuilder()
                        .setVerdict(Stored.verdict(outcome.verdict()))
                        .build());
    }

    @Override
    public Uni<ListVerdictsResponse> listVerdicts(ListVerdictsRequest request) {
        var workspace = Caller.current().workspace();
        var size = PageSize.of(request.getPageSize());
        return verdicts.page(workspace, Listing.domain(request), Listing.before(request), size.plusOne())
                .map(rows -> Page.of(rows, size, row -> new PageToken(row.createTime(), row.id())))
                .map(page -> ListVerdictsResponse.newBuilder()
                        .addAllVerdicts(
                                page.rows().stream().map(Stored::verdict).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    private Uni<StoredVerdict> judge(String workspace, Case given, Verdict about, Level level, Instant now) {
        return judge.judge(given)
                .map(judgement -> Stored.of(
                        workspace,
                        VerdictToWire.verdict(about, Ids.next("vrd"), judgement, now),
                        VerdictToWire.work(level, judgement.effort())));
    }

    private Uni<StoredVerdict> override(Caller caller, OverrideVerdictRequest request) {
        return verdicts.find(caller.workspace(), request.getVerdictId())
                .map(found -> found.orElseThrow(() -> new NotFound("verdict", request.getVerdictId())))
                .map(old ->
                        Overriding.of(Stored.verdict(old), request, Ids.next("vrd"), caller.subject(), moment.now()))
                .map(verdict -> Stored.of(caller.workspace(), verdict, Work.getDefaultInstance()));
    }

    private static RequestKey key(String requestId, Message request) {
        return new RequestKey(Caller.current().workspace(), Check.requestId(requestId), BodyHash.of(request));
    }
}
