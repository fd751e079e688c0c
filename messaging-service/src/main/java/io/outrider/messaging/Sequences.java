package io.outrider.messaging;

import io.outrider.kit.error.NotFound;
import io.outrider.kit.id.Ids;
import io.outrider.kit.security.Turn;
import io.outrider.messaging.draft.Assignment;
import io.outrider.messaging.draft.Cadence;
import io.outrider.messaging.material.Material;
import io.outrider.messaging.sequence.Finished;
import io.outrider.messaging.sequence.WriteSequence;
import io.outrider.messaging.store.Results;
import io.outrider.messaging.store.StoredResult;
import io.outrider.messaging.store.StoredResult.Kind;
import io.outrider.messaging.v1.GenerateSequenceRequest;
import io.outrider.messaging.v1.GenerateSequenceResponse;
import io.outrider.messaging.v1.ReviseSequenceRequest;
import io.outrider.messaging.wire.MaterialFromWire;
import io.outrider.messaging.wire.SequenceFromWire;
import io.outrider.messaging.wire.SequenceToWire;
import io.outrider.messaging.wire.Stored;
import io.outrider.messaging.wire.WorkToWire;
import io.outrider.type.v1.Level;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Makes sequences from requests that have been checked, in the form in which they are kept. */
@ApplicationScoped
class Sequences {

    private final WriteSequence writing;
    private final Results results;

    Sequences(WriteSequence writing, Results results) {
        this.writing = writing;
        this.results = results;
    }

    Uni<StoredResult> generate(GenerateSequenceRequest request, Instant now, Turn turn) {
        var level = WorkToWire.level(request.getLevel());
        var material = MaterialFromWire.of(request, now);
        int steps = request.getStepCount() == 0 ? Cadence.DEFAULT_STEPS : request.getStepCount();
        return writing.write(new Assignment(material, steps, "", List.of(), turn), usesModel(level))
                .map(finished -> stored(request, "", material, finished, level, now));
    }

    Uni<StoredResult> revise(String workspace, ReviseSequenceRequest wish, Instant now, Turn turn) {
        var level = WorkToWire.level(wish.getLevel());
        return results.sequence(workspace, wish.getSequenceId())
                .map(found -> found.orElseThrow(() -> new NotFound("sequence", wish.getSequenceId())))
                .chain(old -> {
                    var request = Stored.request(old);
                    var material = MaterialFromWire.of(request, now);
                    var previous = SequenceFromWire.steps(Stored.generated(old).getSequence());
                    var assignment = new Assignment(material, previous.size(), wish.getInstruction(), previous, turn);
                    return writing.revise(assignment, usesModel(level))
                            .map(finished -> stored(request, old.id(), material, finished, level, now));
                });
    }

    private static boolean usesModel(Level level) {
        return level != Level.LEVEL_RULES;
    }

    private static StoredResult stored(
            GenerateSequenceRequest request,
            String revisesId,
            Material material,
            Finished finished,
            Level level,
            Instant now) {
        var id = Ids.next("seq");
        var response = GenerateSequenceResponse.newBuilder()
                .setSequence(SequenceToWire.of(id, revisesId, request, material, finished, now))
                .setWork(WorkToWire.of(level, finished.effort()))
                .build();
        return new StoredResult(id, Kind.SEQUENCE, request.toByteArray(), response.toByteArray(), now);
    }
}
