package io.outrider.orchestrator.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.library.v1.ApplyRequest;
import io.outrider.library.v1.GetRequest;
import io.outrider.library.v1.LibraryFile;
import io.outrider.library.v1.LibraryServiceGrpc.LibraryServiceBlockingStub;
import io.outrider.library.v1.ListRequest;
import io.outrider.library.v1.Revision;
import io.outrider.type.v1.Role;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class LibraryGrpcServiceTest {

    private static int number;

    @GrpcClient("self")
    LibraryServiceBlockingStub stub;

    TestTokens tokens;

    private final String workspace = "library-" + ++number;

    @Test
    void makesARevisionAndGivesItBack() {
        var applied = author().apply(request("r1", "crane"));

        assertThat(applied.getUnchanged()).isFalse();
        assertThat(applied.getRevision().getNumber()).isEqualTo(1);
        assertThat(applied.getRevision().getCreatedBy()).isEqualTo("mara");
        assertThat(applied.getRevision().getCountsMap()).containsEntry("products", 1);
        var got = viewer().get(GetRequest.getDefaultInstance());
        assertThat(got.getRevision()).isEqualTo(applied.getRevision());
        assertThat(got.getLibrary().getProducts(0).getId()).isEqualTo("crane");
    }

    @Test
    void keepsTheRevisionWhereNothingChanged() {
        var first = author().apply(request("r1", "crane")).getRevision();

        var again = author().apply(request("r2", "crane"));

        assertThat(again.getUnchanged()).isTrue();
        assertThat(again.getRevision()).isEqualTo(first);
    }

    @Test
    void answersARepeatedRequestTheSame() {
        var first = author().apply(request("r1", "crane"));
        author().apply(request("r2", "boom"));

        assertThat(author().apply(request("r1", "crane"))).isEqualTo(first);
        assertThat(author().apply(request("r3", "crane")).getRevision().getNumber())
                .isEqualTo(3);
    }

    @Test
    void refusesARequestIdForAnotherBody() {
        author().apply(request("r1", "crane"));

        var error = catchThrowableOfType(StatusRuntimeException.class, () -> author().apply(request("r1", "boom")));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void numbersWithoutGapsWhenManyApplyAtOnce() throws Exception {
        var calls = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 12; i++) {
            var product = "p" + i;
            calls.add(() -> author().apply(request("many-" + product, product))
                    .getRevision()
                    .getNumber());
        }
        var numbers = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(calls)) {
                numbers.add(future.get());
            }
        }

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void appliesNothingWhereItOnlyValidates() {
        var answer = author().apply(
                        request("r1", "crane").toBuilder().setValidateOnly(true).build());

        assertThat(answer.getRevision().getNumber()).isZero();
        assertThat(answer.getRevision().getSha256()).hasSize(64);
        assertThat(reason(() -> viewer().get(GetRequest.getDefaultInstance()))).isEqualTo("NO_LIBRARY");
    }

    @Test
    void namesEveryProblemByFileAndLine() {
        var file = LibraryFile.newBuilder().setName("a.yaml").setContent("products:\n  - {id: A}\n");
        var request =
                ApplyRequest.newBuilder().setRequestId("r1").addFiles(file).build();

        var error = catchThrowableOfType(StatusRuntimeException.class, () -> author().apply(request));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("INVALID_LIBRARY");
        assertThat(GrpcErrors.violations(error))
                .extracting(it -> it.getField())
                .containsExactly("a.yaml:2", "a.yaml:2", "library:0");
    }

    @Test
    void listsNewestFirstPageByPage() {
        for (var product : new String[] {"a", "b", "c"}) {
            author().apply(request("r-" + product, product));
        }

        var first = viewer().list(ListRequest.newBuilder().setPageSize(2).build());
        var second = viewer().list(ListRequest.newBuilder()
                .setPageSize(2)
                .setPageToken(first.getNextPageToken())
                .build());

        assertThat(first.getRevisionsList()).extracting(Revision::getNumber).containsExactly(3L, 2L);
        assertThat(second.getRevisionsList()).extracting(Revision::getNumber).containsExactly(1L);
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void showsNothingOfAnotherWorkspace() {
        author().apply(request("r1", "crane"));
        var stranger = stub.withCallCredentials(tokens.as("eve", "elsewhere-" + workspace, Role.ROLE_VIEWER));

        assertThat(reason(() ->
                        stranger.get(GetRequest.newBuilder().setRevision(1).build())))
                .isEqualTo("NOT_FOUND");
        assertThat(stranger.list(ListRequest.getDefaultInstance()).getRevisionsList())
                .isEmpty();
    }

    @Test
    void letsOnlyAuthorsApply() {
        assertThat(reason(() -> viewer().apply(request("r1", "crane")))).isEqualTo("PERMISSION_DENIED");
        assertThat(reason(() -> stub.apply(request("r1", "crane")))).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void refusesABadRequestId() {
        assertThat(reason(() -> author().apply(request("not an id", "crane")))).isEqualTo("INVALID_FIELD");
    }

    private static String reason(Runnable call) {
        return GrpcErrors.info(catchThrowableOfType(StatusRuntimeException.class, call::run))
                .getReason();
    }

    private LibraryServiceBlockingStub author() {
        return stub.withCallCredentials(tokens.as("mara", workspace, Role.ROLE_AUTHOR));
    }

    private LibraryServiceBlockingStub viewer() {
        return stub.withCallCredentials(tokens.as("vic", workspace, Role.ROLE_VIEWER));
    }

    private static ApplyRequest request(String requestId, String product) {
        var content = "vendor: {name: Acme, domain: acme.example}\nproducts: [{id: %s, name: X}]\n".formatted(product);
        return ApplyRequest.newBuilder()
                .setRequestId(requestId)
                .addFiles(LibraryFile.newBuilder().setName("library.yaml").setContent(content))
                .build();
    }
}
