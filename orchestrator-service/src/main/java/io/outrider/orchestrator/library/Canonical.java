package io.outrider.orchestrator.library;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.outrider.kit.id.Sha256;
import io.outrider.type.v1.Library;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A library as bytes that are the same for equal libraries, whatever files they came from. */
record Canonical(Library library, byte[] bytes, String sha256) {

    static Canonical of(Library library) {
        var bytes = new byte[library.getSerializedSize()];
        var out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            library.writeTo(out);
        } catch (IOException e) {
            throw new IllegalStateException("An array of the right size holds the message", e);
        }
        return new Canonical(library, bytes, Sha256.hex(bytes));
    }

    /** How many objects of each kind, by the field's name; kinds without objects are left out. */
    Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        for (FieldDescriptor field : Library.getDescriptor().getFields()) {
            if (field.isRepeated() && library.getRepeatedFieldCount(field) > 0) {
                counts.put(field.getName(), library.getRepeatedFieldCount(field));
            }
        }
        return counts;
    }
}
