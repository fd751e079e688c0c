package io.outrider.messaging.wire;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import io.outrider.kit.id.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Recognizes a repeated request: equal for equal messages of one kind, however the client ordered its maps. */
public final class BodyHash {

    private BodyHash() {}

    /** SHA-256 of the message's name and content. */
    public static byte[] of(Message request) {
        var bytes = new ByteArrayOutputStream(request.getSerializedSize() + 64);
        var out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            out.writeStringNoTag(request.getDescriptorForType().getFullName());
            request.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.digest(bytes.toByteArray());
    }
}
