package io.outrider.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class BodyHashTest {

    private static final Value ONE = Value.newBuilder().setNumberValue(1).build();

    @Test
    void isTheSameHoweverAClientOrderedItsMap() throws InvalidProtocolBufferException {
        var a = Struct.newBuilder().putFields("a", ONE).build();
        var b = Struct.newBuilder().putFields("b", ONE).build();
        var there = Struct.parseFrom(both(a, b));
        var back = Struct.parseFrom(both(b, a));

        assertThat(there.toByteArray()).isNotEqualTo(back.toByteArray());
        assertThat(BodyHash.of(there)).isEqualTo(BodyHash.of(back));
    }

    @Test
    void tellsCallersApartWhereAsked() {
        var body = Struct.getDefaultInstance();

        assertThat(BodyHash.of(body, "ann"))
                .isNotEqualTo(BodyHash.of(body, "bob"))
                .isNotEqualTo(BodyHash.of(body));
    }

    @Test
    void tellsKindsOfRequestApart() {
        assertThat(BodyHash.of(Struct.getDefaultInstance())).isNotEqualTo(BodyHash.of(Value.getDefaultInstance()));
    }

    private static byte[] both(Struct first, Struct second) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first.toByteArray());
        bytes.writeBytes(second.toByteArray());
        return bytes.toByteArray();
    }
}
