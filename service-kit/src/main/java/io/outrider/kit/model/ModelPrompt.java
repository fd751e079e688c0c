package io.outrider.kit.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.service.output.ServiceOutputParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt of ours with places for data, and the form of its answer. It goes to the chat model without an AI service in
 * between: what is asked is the same to the letter, for a fraction of the work (docs/adr/0106).
 */
public final class ModelPrompt<T> {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");
    private static final ServiceOutputParser PARSER = new ServiceOutputParser();

    private final SystemMessage system;
    private final String user;
    private final ResponseFormat format;
    private final Class<T> answer;

    /**
     * @param system a resource beside {@code answer}'s class path, taken as it is
     * @param user another, with places in braces: "{steps}"
     */
    public ModelPrompt(String system, String user, Class<T> answer) {
        this.system = SystemMessage.from(read(system, answer));
        this.user = read(user, answer);
        this.format = ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(PARSER.jsonSchema(answer).orElseThrow())
                .build();
        this.answer = answer;
    }

    /** Blocks. The answer has the form asked for, and nothing else of it has been checked. */
    public T ask(ChatModel model, Map<String, Object> data) {
        var request = ChatRequest.builder()
                .messages(system, UserMessage.from(filled(user, data)))
                .responseFormat(format)
                .build();
        return answer.cast(PARSER.parse(model.chat(request), answer));
    }

    /** What is put in is not looked at again: data may hold braces. */
    private static String filled(String text, Map<String, Object> data) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(Objects.requireNonNull(data.get(place.group(1)), place.group(1))
                                .toString()));
    }

    private static String read(String resource, Class<?> beside) {
        try (var in = beside.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
