package io.outrider.review.wire;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import io.outrider.kit.error.InvalidField;
import java.util.List;

/** The database keeps no U+0000 in text: whoever sends one is told which field it is in. */
final class PlainText {

    private PlainText() {}

    /** @throws InvalidField naming the field of the request, its fields' fields included */
    static void check(MessageOrBuilder request) {
        check("", request);
    }

    static void check(String value, String field) {
        if (value.indexOf('\0') >= 0) {
            throw new InvalidField(field, "must not contain U+0000");
        }
    }

    /** @param at what stands before the names of the message's fields */
    static void check(String at, MessageOrBuilder message) {
        for (var field : message.getAllFields().entrySet()) {
            var name = at + field.getKey().getName();
            if (field.getValue() instanceof List<?> values) {
                values.forEach(value -> check(name, field.getKey(), value));
            } else {
                check(name, field.getKey(), field.getValue());
            }
        }
    }

    private static void check(String name, FieldDescriptor field, Object value) {
        if (value instanceof String text) {
            check(text, name);
        } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            check(name + ".", (Message) value);
        }
    }
}
