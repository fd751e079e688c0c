package io.outrider.cli.client;

import com.google.gson.Gson;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.outrider.cli.output.CliFailure;
import io.outrider.review.v1.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A policy as a file: YAML, of which JSON is a part, with the names of its proto3 JSON form. */
public final class PolicyFile {

    private static final Gson GSON = new Gson();

    private PolicyFile() {}

    /** A field that the contract does not have fails: a misspelt rule must not be taken for none. */
    public static Policy read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new CliFailure("There is no file " + file + " that can be read", e);
        } catch (IllegalArgumentException e) {
            throw new CliFailure(file + " is no policy: " + e.getMessage(), e);
        }
    }

    static Policy parse(String text) {
        try {
            var tree = new Load(LoadSettings.builder().build()).loadFromString(text);
            if (!(tree instanceof Map<?, ?>)) {
                throw new IllegalArgumentException("it must be one object");
            }
            var policy = Policy.newBuilder();
            JsonFormat.parser().merge(GSON.toJson(tree), policy);
            return policy.build();
        } catch (YamlEngineException | InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Every field, also those that say nothing, so that it can be edited. */
    public static String write(Policy policy) {
        try {
            var json = JsonFormat.printer().alwaysPrintFieldsWithNoPresence().print(policy);
            var settings =
                    DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
            return new Dump(settings)
                    .dumpToString(new Load(LoadSettings.builder().build()).loadFromString(json));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a policy of ours has no JSON form", e);
        }
    }
}
