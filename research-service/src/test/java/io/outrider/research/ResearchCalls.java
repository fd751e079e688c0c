package io.outrider.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.CallCredentials;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.TestTokens;
import io.outrider.research.v1.EnrichPersonRequest;
import io.outrider.research.v1.EnrichPersonResponse;
import io.outrider.research.v1.GetBriefRequest;
import io.outrider.research.v1.GetSnapshotRequest;
import io.outrider.research.v1.ListBriefsRequest;
import io.outrider.research.v1.ListBriefsResponse;
import io.outrider.research.v1.ResearchAccountRequest;
import io.outrider.research.v1.ResearchAccountResponse;
import io.outrider.research.v1.ResearchServiceGrpc.ResearchServiceBlockingStub;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.ClaimStatus;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Calls of one test, in a workspace of its own, so that none finds another's briefs. */
record ResearchCalls(ResearchServiceBlockingStub client, TestTokens tokens, String workspace) {

    static ResearchCalls of(ResearchServiceBlockingStub client, TestTokens tokens) {
        var name = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        return new ResearchCalls(client, tokens, name);
    }

    void wrong(ResearchAccountRequest.Builder request, String field) {
        var error = failure(() -> research(request.build()));
        assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(GrpcErrors.info(error).getMetadataMap()).containsEntry("field", field);
    }

    Code code(CallCredentials credentials, ResearchAccountRequest request) {
        return failure(() -> client.withCallCredentials(credentials).researchAccount(request))
                .getStatus()
                .getCode();
    }

    static StatusRuntimeException failure(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call);
    }

    ResearchServiceBlockingStub author() {
        return client.withCallCredentials(tokens.as("ann", workspace, Role.ROLE_AUTHOR));
    }

    ResearchAccountResponse research(String domain, Level level) {
        return research(request(domain, level).build());
    }

    ResearchAccountResponse research(ResearchAccountRequest request) {
        return author().researchAccount(request);
    }

    static ResearchAccountRequest.Builder request(String domain, Level level) {
        return ResearchAccountRequest.newBuilder()
                .setRequestId(id())
                .setAccount(account(domain))
                .setDepth(Depth.DEPTH_BASE)
                .setLevel(level);
    }

    static Account account(String domain) {
        return Account.newBuilder().setDomain(domain).build();
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    EnrichPersonResponse person(String first, String last) {
        return author().enrichPerson(EnrichPersonRequest.newBuilder()
                .setRequestId(id())
                .setAccount(account("ferrocraft.example"))
                .setPerson(Person.newBuilder().setFirstName(first).setLastName(last))
                .setLevel(Level.LEVEL_RULES)
                .build());
    }

    ListBriefsResponse list(int size, String token) {
        return author().listBriefs(ListBriefsRequest.newBuilder()
                .setPageSize(size)
                .setPageToken(token)
                .build());
    }

    Brief brief(String id) {
        return author().getBrief(GetBriefRequest.newBuilder().setBriefId(id).build())
                .getBrief();
    }

    String snapshot(String id) {
        return author().getSnapshot(
                        GetSnapshotRequest.newBuilder().setSnapshotId(id).build())
                .getSnapshot()
                .getText();
    }

    static String best(Brief brief, String predicate) {
        return values(brief, predicate).stream().findFirst().orElse("");
    }

    static List<String> values(Brief brief, String predicate) {
        return brief.getClaimsList().stream()
                .filter(claim -> claim.getPredicate().equals(predicate))
                .filter(claim -> claim.getStatus() == ClaimStatus.CLAIM_STATUS_SUPPORTED)
                .map(Claim::getValue)
                .toList();
    }

    static Set<String> ids(Brief brief) {
        return brief.getClaimsList().stream().map(Claim::getId).collect(Collectors.toSet());
    }
}
