package io.outrider.orchestrator.library.check;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;

/** Visits every message inside a message, with its path, in the order of field numbers. */
final class Walk {

    /** Told of each message. */
    interface Visitor {
        void visit(Message message, String path);
    }

    private Walk() {}

    static void messages(Message message, String path, Visitor visitor) {
        visitor.visit(message, path);
        for (var field : message.getDescriptorForType().getFields()) {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField()) {
                children(message, field, child(path, field.getName()), visitor);
            }
        }
    }

    static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static void children(Message message, FieldDescriptor field, String path, Visitor visitor) {
        if (field.isRepeated()) {
            var elements = (List<?>) message.getField(field);
            for (int i = 0; i < elements.size(); i++) {
                messages((Message) elements.get(i), path + "[" + i + "]", visitor);
            }
        } else if (message.hasField(field)) {
            messages((Message) message.getField(field), path, visitor);
        }
    }
}
