package io.outrider.orchestrator.library;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.BodyHash;
import io.outrider.kit.security.Caller;
import io.outrider.kit.thread.VirtualThreadOffload;
import io.outrider.kit.time.Timestamps;
import io.outrider.library.v1.ApplyRequest;
import io.outrider.library.v1.Revision;
import io.outrider.orchestrator.library.check.LibraryCheck;
import io.outrider.orchestrator.library.yaml.SourceFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Use case: check a whole library and, where it is sound, make it the newest revision. */
@ApplicationScoped
class ApplyLibrary {

    private final Revisions revisions;
    private final VirtualThreadOffload offload;
    private final Clock clock;

    ApplyLibrary(Revisions revisions, VirtualThreadOffload offload, Clock clock) {
        this.revisions = revisions;
        this.offload = offload;
        this.clock = clock;
    }

    Uni<Applied> run(ApplyRequest request, Caller caller) {
        return offload.call(() -> checked(request)).chain(canonical -> {
            var summary = summary(canonical, caller);
            return request.getValidateOnly()
                    ? validate(caller.workspace(), canonical, summary)
                    : revisions.apply(new Revisions.Application(
                            caller.workspace(),
                            request.getRequestId(),
                            BodyHash.hex(request, caller.subject()),
                            canonical,
                            summary));
        });
    }

    /** What applying would give: the newest revision where nothing changes, else one without a number yet. */
    private Uni<Applied> validate(String workspace, Canonical canonical, Revision summary) {
        return revisions
                .newest(workspace)
                .chain(number -> revisions.find(workspace, number))
                .map(newest -> newest != null && newest.pinned().sha256().equals(canonical.sha256())
                        ? new Applied(newest.summary(), true)
                        : new Applied(summary, false));
    }

    private static Canonical checked(ApplyRequest request) {
        var files = request.getFilesList().stream()
                .map(file -> new SourceFile(file.getName(), file.getContent()))
                .toList();
        return switch (LibraryCheck.check(files)) {
            case LibraryCheck.Result.Sound sound -> Canonical.of(sound.library());
            case LibraryCheck.Result.Unsound unsound ->
                throw new InvalidField(
                        "INVALID_LIBRARY",
                        unsound.problems().stream()
                                .map(problem -> new InvalidField.Violation(problem.place(), problem.reason()))
                                .toList());
        };
    }

    private Revision summary(Canonical canonical, Caller caller) {
        return Revision.newBuilder()
                .setSha256(canonical.sha256())
                .setCreateTime(Timestamps.toWire(clock.instant()))
                .setCreatedBy(caller.subject())
                .putAllCounts(canonical.counts())
                .build();
    }
}
