package io.outrider.messaging.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import io.outrider.messaging.store.Once.Given;
import io.outrider.messaging.store.StoredResult;
import io.outrider.messaging.v1.GenerateSequenceRequest;
import io.outrider.messaging.v1.GenerateSequenceResponse;
import io.outrider.messaging.v1.PrepareCallResponse;
import io.outrider.messaging.v1.ReviseSequenceResponse;

/** Answers as they are kept, and back. Both sequence methods keep a GenerateSequenceResponse. */
public final class Stored {

    private Stored() {}

    public static GenerateSequenceResponse generated(Given given) {
        var response = generated(given.result());
        return given.replayed()
                ? response.toBuilder()
                        .setWork(response.getWork().toBuilder().setReplayed(true))
                        .build()
                : response;
    }

    public static ReviseSequenceResponse revised(Given given) {
        var response = generated(given);
        return ReviseSequenceResponse.newBuilder()
                .setSequence(response.getSequence())
                .setWork(response.getWork())
                .build();
    }

    public static PrepareCallResponse prepared(Given given) {
        var response = read(
                PrepareCallResponse.parser(),
                given.result().response(),
                given.result().id());
        return given.replayed()
                ? response.toBuilder()
                        .setWork(response.getWork().toBuilder().setReplayed(true))
                        .build()
                : response;
    }

    public static GenerateSequenceResponse generated(StoredResult result) {
        return read(GenerateSequenceResponse.parser(), result.response(), result.id());
    }

    public static GenerateSequenceRequest request(StoredResult result) {
        return read(GenerateSequenceRequest.parser(), result.request(), result.id());
    }

    private static <T> T read(Parser<T> parser, byte[] bytes, String id) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(id + " cannot be read", e);
        }
    }
}
