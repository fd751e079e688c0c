package io.outrider.kit.test;

import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Sees every request as it goes to the client. A test makes a bean of its own of it: the framework must find it. */
public abstract class AskedOfTheModel implements ChatModelListener {

    /** Data that a prompt must carry as it is. */
    public static final String DATA = "<fact id=\"c1\">a &amp; b {steps} {{x}} $1 \\ Ü</fact>\n";

    private String last = "";

    @Override
    public void onRequest(ChatModelRequestContext context) {
        var request = context.chatRequest();
        last = request.messages().stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n"
                + request.parameters() + "\n";
    }

    /** Messages and parameters of the last request. */
    public String last() {
        return last;
    }

    /** What it must be: prompts/asked/{name}.txt of the test's resources. */
    public String expected(String name) throws IOException {
        try (var in = getClass().getResourceAsStream("/prompts/asked/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
