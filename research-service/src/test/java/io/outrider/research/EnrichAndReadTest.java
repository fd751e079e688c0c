package io.outrider.research;

import static io.outrider.research.ResearchCalls.account;
import static io.outrider.research.ResearchCalls.id;
import static io.outrider.research.ResearchCalls.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.research.v1.EnrichCompanyRequest;
import io.outrider.research.v1.FindContactsRequest;
import io.outrider.research.v1.ListBriefsRequest;
import io.outrider.research.v1.ResearchServiceGrpc.ResearchServiceBlockingStub;
import io.outrider.sandbox.Sandbox;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records made of briefs, and what is stored. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class EnrichAndReadTest {

    @GrpcClient("research")
    ResearchServiceBlockingStub client;

    TestTokens tokens;
    Sandbox sandbox;
    private ResearchCalls calls;

    @BeforeEach
    void quietOutside() {
        calls = ResearchCalls.of(client, tokens);
        sandbox.faults().clear();
        sandbox.received().clear();
    }

    @AfterEach
    void noFaultsLeft() {
        sandbox.faults().clear();
    }

    @Test
    void enrichesACompanyFromItsBrief() {
        var request = EnrichCompanyRequest.newBuilder()
                .setRequestId(id())
                .setAccount(account("ferrocraft.example"))
                .setLevel(Level.LEVEL_RULES)
                .build();

        var response = calls.author().enrichCompany(request);

        assertThat(response.getFound()).isTrue();
        assertThat(response.getCompany().getEmployeeCount()).isEqualTo(240);
        assertThat(response.getCompany().getLocation().getCountryCode()).isEqualTo("BE");
        assertThat(response.getCompany().getFundingRounds(0).getAmount()).isEqualTo(18_000_000);
        assertThat(response.getCompany().getBasisList())
                .isNotEmpty()
                .allSatisfy(basis -> assertThat(basis.getEvidenceList()).isNotEmpty());
        assertThat(calls.brief(response.getBriefId()).getAccount().getDomain()).isEqualTo("ferrocraft.example");
        assertThat(calls.author().enrichCompany(request).getWork().getReplayed())
                .isTrue();
    }

    @Test
    void findsNoCompanyAndNobodyWhereThereIsNoSite() {
        var company = calls.author()
                .enrichCompany(EnrichCompanyRequest.newBuilder()
                        .setRequestId(id())
                        .setAccount(account("nobody.example"))
                        .setLevel(Level.LEVEL_RULES)
                        .build());

        assertThat(company.getFound()).isFalse();
        assertThat(company.hasCompany()).isFalse();
    }

    @Test
    void findsPeopleByTitleAndByName() {
        var contacts = calls.author()
                .findContacts(FindContactsRequest.newBuilder()
                        .setRequestId(id())
                        .setAccount(account("ferrocraft.example"))
                        .addTitles("head of maintenance")
                        .build());
        assertThat(contacts.getPeopleList()).singleElement().satisfies(person -> {
            assertThat(person.getLastName()).isEqualTo("Maes");
            assertThat(person.getBasisList()).isNotEmpty();
        });

        assertThat(calls.person("Sofie", "Maes").getPerson().getTitle()).isEqualTo("Head of Maintenance");
        assertThat(calls.person("Nobody", "Here").getFound()).isFalse();
    }

    @Test
    void listsBriefsNewestFirstPageByPage() {
        var domains = List.of("ferrocraft.example", "hexaquay.example", "castelline.example");
        domains.forEach(domain -> calls.research(
                request(domain, Level.LEVEL_RULES).setDepth(Depth.DEPTH_LITE).build()));

        var first = calls.list(2, "");
        var second = calls.list(2, first.getNextPageToken());

        assertThat(Stream.concat(first.getBriefsList().stream(), second.getBriefsList().stream()))
                .extracting(brief -> brief.getAccount().getDomain())
                .containsExactlyElementsOf(domains.reversed());
        assertThat(second.getNextPageToken()).isEmpty();
        assertThat(first.getBriefs(0).getClaimsList()).isEmpty();
        assertThat(calls.author()
                        .listBriefs(ListBriefsRequest.newBuilder()
                                .setDomain("hexaquay.example")
                                .build())
                        .getBriefsList())
                .hasSize(1);
    }
}
