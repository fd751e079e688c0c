package io.outrider.kit.id;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/** Recognizes a repeated request: equal for equal messages of one kind, however the client ordered its maps. */
public final class BodyHash {

    private BodyHash() {}

    /** SHA-256 of the message's name and content. */
    public static byte[] of(Message request) {
        return of(request, "");
    }

    /** Where what is done depends on who asks: two callers' equal requests are no repeats of each other. */
    public static byte[] of(Message request, String caller) {
        var bytes = new ByteArrayOutputStream(request.getSerializedSize() + 64);
        var out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            out.writeStringNoTag(request.getDescriptorForType().getFullName());
            request.writeTo(out);
            if (!caller.isEmpty()) {
                out.writeStringNoTag(caller);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.digest(bytes.toByteArray());
    }

    public static String hex(Message request) {
        return HexFormat.of().formatHex(of(request));
    }

    public static String hex(Message request, String caller) {
        return HexFormat.of().formatHex(of(request, caller));
    }
}
