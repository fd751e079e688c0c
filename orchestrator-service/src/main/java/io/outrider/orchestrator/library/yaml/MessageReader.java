package io.outrider.orchestrator.library.yaml;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Fills a message from YAML nodes, by the message's descriptor. Notes each problem with its line and goes on. */
final class MessageReader {

    private final String file;
    private final Places places;
    private final List<Problem> problems;

    MessageReader(String file, Places places, List<Problem> problems) {
        this.file = file;
        this.places = places;
        this.problems = problems;
    }

    void read(Node root, Message.Builder into) {
        if (isNull(root)) {
            return;
        }
        if (root instanceof MappingNode mapping) {
            fill(mapping, into, "");
        } else {
            problem(root, "expected keys such as \"products:\" at the top of the file, found " + kind(root));
        }
    }

    private void fill(MappingNode mapping, Message.Builder into, String path) {
        var seen = new HashSet<String>();
        for (var entry : mapping.getValue()) {
            var key = key(entry.getKeyNode(), seen);
            if (key == null) {
                continue;
            }
            var field = into.getDescriptorForType().findFieldByName(key);
            if (field == null) {
                problem(entry.getKeyNode(), Suggestion.unknownKey(key, into.getDescriptorForType()));
            } else if (!isNull(entry.getValueNode())) {
                readField(field, entry.getKeyNode(), entry.getValueNode(), into, child(path, key));
            }
        }
    }

    private @Nullable String key(Node node, Set<String> seen) {
        if (!(node instanceof ScalarNode scalar)) {
            problem(node, "expected a key, found " + kind(node));
            return null;
        }
        if (!seen.add(scalar.getValue())) {
            problem(node, "duplicate key \"" + scalar.getValue() + "\"");
            return null;
        }
        return scalar.getValue();
    }

    private void readField(FieldDescriptor field, Node key, Node value, Message.Builder into, String path) {
        if (field.isMapField()) {
            readMap(field, value, into, path);
        } else if (field.isRepeated()) {
            readList(field, value, into, path);
        } else if (places.has(path)) {
            problem(
                    key,
                    "\"" + field.getName() + "\" stands in " + places.of(path).file() + " already");
        } else {
            places.put(path, place(value));
            var one = readOne(field, value, into, path);
            if (one == null) {
                places.putUnreadable(path);
            } else {
                into.setField(field, one);
            }
        }
    }

    private void readList(FieldDescriptor field, Node value, Message.Builder into, String path) {
        places.put(path, place(value));
        if (!(value instanceof SequenceNode sequence)) {
            problem(value, "\"" + field.getName() + "\" must be a list (- ...), found " + kind(value));
            return;
        }
        for (var element : sequence.getValue()) {
            var elementPath = path + "[" + into.getRepeatedFieldCount(field) + "]";
            var one = readOne(field, element, into, elementPath);
            if (one != null) {
                places.put(elementPath, place(element));
                into.addRepeatedField(field, one);
            }
        }
    }

    private void readMap(FieldDescriptor field, Node value, Message.Builder into, String path) {
        places.put(path, place(value));
        if (!(value instanceof MappingNode mapping)) {
            problem(value, "\"" + field.getName() + "\" must be keys with values, found " + kind(value));
            return;
        }
        var valueField = field.getMessageType().findFieldByName("value");
        var seen = new HashSet<String>();
        var entries = new HashMap<String, Object>();
        for (var entry : mapping.getValue()) {
            var key = key(entry.getKeyNode(), seen);
            var one = key == null ? null : readOne(valueField, entry.getValueNode(), into, path);
            if (key != null && one != null) {
                places.put(child(path, key), place(entry.getValueNode()));
                entries.put(key, one);
            }
        }
        addEntries(field, entries, into);
    }

    private static void addEntries(FieldDescriptor field, Map<String, Object> entries, Message.Builder into) {
        entries.forEach((key, value) -> into.addRepeatedField(
                field,
                into.newBuilderForField(field)
                        .setField(field.getMessageType().findFieldByName("key"), key)
                        .setField(field.getMessageType().findFieldByName("value"), value)
                        .build()));
    }

    private @Nullable Object readOne(FieldDescriptor field, Node value, Message.Builder into, String path) {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            if (value instanceof MappingNode mapping) {
                places.put(path, place(value));
                var message = into.newBuilderForField(field);
                fill(mapping, message, path);
                return message.build();
            }
        } else if (value instanceof ScalarNode scalar) {
            return new ScalarReader(field, reason -> problem(value, reason)).read(scalar);
        }
        problem(value, "\"" + field.getName() + "\" must be " + Suggestion.expected(field) + ", found " + kind(value));
        return null;
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static String kind(Node node) {
        return switch (node) {
            case MappingNode ignored -> "keys with values";
            case SequenceNode ignored -> "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
            default -> "a single value";
        };
    }

    private static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Place place(Node node) {
        return new Place(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1);
    }

    private void problem(Node node, String reason) {
        problems.add(place(node).problem(reason));
    }
}
