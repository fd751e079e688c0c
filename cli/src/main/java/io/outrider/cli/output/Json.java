package io.outrider.cli.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** What `--json` prints: messages as proto3 JSON, everything else as plain JSON. */
public final class Json {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private static final JsonFormat.Printer PRINTER = JsonFormat.printer();

    private Json() {}

    public static String of(Object value) {
        return GSON.toJson(value);
    }

    public static String of(MessageOrBuilder message) {
        return GSON.toJson(tree(message));
    }

    /** A message as a tree, to be put into a larger document. */
    public static JsonElement tree(MessageOrBuilder message) {
        try {
            return JsonParser.parseString(PRINTER.print(message));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message of ours has no JSON form", e);
        }
    }

    /** A message from a file of proto3 JSON. */
    @SuppressWarnings("unchecked")
    public static <M extends Message> M read(Path file, Message.Builder builder) {
        try {
            JsonFormat.parser().merge(Files.readString(file), builder);
            return (M) builder.build();
        } catch (IOException e) {
            throw new CliFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    public static JsonArray array(Collection<? extends MessageOrBuilder> messages) {
        var array = new JsonArray();
        messages.stream().map(Json::tree).forEach(array::add);
        return array;
    }
}
