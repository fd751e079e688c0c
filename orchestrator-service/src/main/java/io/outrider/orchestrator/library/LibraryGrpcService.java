package io.outrider.orchestrator.library;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.security.Caller;
import io.outrider.library.v1.ApplyRequest;
import io.outrider.library.v1.ApplyResponse;
import io.outrider.library.v1.GetRequest;
import io.outrider.library.v1.GetResponse;
import io.outrider.library.v1.LibraryService;
import io.outrider.library.v1.ListRequest;
import io.outrider.library.v1.ListResponse;
import io.outrider.library.v1.Revision;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Translates between the wire and the library. */
@GrpcService
class LibraryGrpcService implements LibraryService {

    private final ApplyLibrary apply;
    private final KeptLibraries libraries;
    private final Revisions revisions;

    LibraryGrpcService(ApplyLibrary apply, KeptLibraries libraries, Revisions revisions) {
        this.apply = apply;
        this.libraries = libraries;
        this.revisions = revisions;
    }

    @Override
    public Uni<ApplyResponse> apply(ApplyRequest request) {
        var caller = Caller.current();
        Check.requestId(request.getRequestId());
        return apply.run(request, caller)
                .map(applied -> ApplyResponse.newBuilder()
                        .setRevision(applied.revision())
                        .setUnchanged(applied.unchanged())
                        .build());
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return libraries
                .stored(Caller.current().workspace(), request.getRevision())
                .map(stored -> GetResponse.newBuilder()
                        .setRevision(stored.summary())
                        .setLibrary(stored.pinned().library())
                        .build());
    }

    @Override
    public Uni<ListResponse> list(ListRequest request) {
        var size = PageSize.of(request.getPageSize());
        return revisions
                .below(Caller.current().workspace(), decode(request.getPageToken()), size.plusOne())
                .map(rows -> toPage(rows, size));
    }

    private static ListResponse toPage(List<Revision> rows, PageSize size) {
        var page = ListResponse.newBuilder();
        if (rows.size() <= size.value()) {
            return page.addAllRevisions(rows).build();
        }
        var shown = rows.subList(0, size.value());
        return page.addAllRevisions(shown)
                .setNextPageToken(encode(shown.getLast().getNumber()))
                .build();
    }

    private static String encode(long number) {
        var raw = "r" + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw.getBytes(StandardCharsets.UTF_8));
    }

    private static long decode(String token) {
        if (token.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            var raw = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Long.parseLong(raw.substring(1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidField("page_token", "was not issued by this service");
        }
    }
}
