package io.outrider.orchestrator.library.yaml;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one single value as the type of its field. Strict: a number is no text unless it is quoted. */
final class ScalarReader {

    private final FieldDescriptor field;
    private final Consumer<String> problems;

    ScalarReader(FieldDescriptor field, Consumer<String> problems) {
        this.field = field;
        this.problems = problems;
    }

    /** The value, or null where it does not fit, and the problem has been told. */
    @Nullable
    Object read(ScalarNode scalar) {
        return switch (field.getJavaType()) {
            case STRING -> scalar.getTag().equals(Tag.STR) ? scalar.getValue() : wrong(scalar);
            case BOOLEAN ->
                scalar.getTag().equals(Tag.BOOL)
                        ? Boolean.valueOf(scalar.getValue().equalsIgnoreCase("true"))
                        : wrong(scalar);
            case ENUM -> readEnum(scalar);
            case INT, LONG, FLOAT, DOUBLE -> readNumber(scalar);
            case BYTE_STRING, MESSAGE -> wrong(scalar);
        };
    }

    private @Nullable Object readNumber(ScalarNode scalar) {
        var whole = scalar.getTag().equals(Tag.INT);
        if (!whole && !scalar.getTag().equals(Tag.FLOAT)) {
            return wrong(scalar);
        }
        try {
            return switch (field.getJavaType()) {
                case INT -> whole ? Integer.decode(scalar.getValue()) : wrong(scalar);
                case LONG -> whole ? Long.decode(scalar.getValue()) : wrong(scalar);
                case FLOAT -> Float.parseFloat(scalar.getValue());
                default -> Double.parseDouble(scalar.getValue());
            };
        } catch (NumberFormatException e) {
            return wrong(scalar);
        }
    }

    private @Nullable Object readEnum(ScalarNode scalar) {
        var prefix = Suggestion.enumPrefix(field.getEnumType());
        for (EnumValueDescriptor value : field.getEnumType().getValues()) {
            if (value.getNumber() != 0
                    && (value.getName().equals(scalar.getValue())
                            || value.getName().equals(prefix + scalar.getValue()))) {
                return value;
            }
        }
        return wrong(scalar);
    }

    private @Nullable Object wrong(ScalarNode scalar) {
        var hint = field.getJavaType() == FieldDescriptor.JavaType.STRING ? "; put it in quotes" : "";
        problems.accept("\"" + field.getName() + "\" must be " + Suggestion.expected(field) + ", found "
                + Suggestion.excerpt(scalar.getValue()) + hint);
        return null;
    }
}
