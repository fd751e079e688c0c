package io.outrider.orchestrator.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.kit.error.InvalidField;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Person;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the flat JSON that starts a run. Columns that we do not know become attributes: Clay and its like send many. */
final class StartBody {

    static final int MAX_BYTES = 100 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Level> LEVELS = Map.of(
            "rules", Level.LEVEL_RULES,
            "assisted", Level.LEVEL_ASSISTED,
            "guided", Level.LEVEL_GUIDED,
            "autonomous", Level.LEVEL_AUTONOMOUS);

    private static final Set<String> KNOWN = Set.of(
            "requestId",
            "domain",
            "companyName",
            "crmAccountId",
            "firstName",
            "lastName",
            "title",
            "email",
            "playbook",
            "level",
            "attributes");

    private final ObjectNode json;

    private StartBody(ObjectNode json) {
        this.json = json;
    }

    /** @param idempotencyKey the header of that name, used where the body has no requestId; empty for none */
    static StartRunRequest read(byte[] body, String idempotencyKey) {
        if (body.length > MAX_BYTES) {
            throw new TooLarge(MAX_BYTES);
        }
        return new StartBody(object(body)).request(idempotencyKey);
    }

    private static ObjectNode object(byte[] body) {
        try {
            if (MAPPER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new InvalidField("body", "is not JSON, or names a key twice");
        }
        throw new InvalidField("body", "must be a JSON object");
    }

    private StartRunRequest request(String idempotencyKey) {
        var requestId = text("requestId");
        return StartRunRequest.newBuilder()
                .setRequestId(requestId.isEmpty() ? idempotencyKey : requestId)
                .setAccount(account())
                .setPerson(Person.newBuilder()
                        .setFirstName(text("firstName"))
                        .setLastName(text("lastName"))
                        .setTitle(text("title"))
                        .setEmail(text("email")))
                .setOptions(
                        RunOptions.newBuilder().setPlaybookId(text("playbook")).setLevel(level()))
                .build();
    }

    private Account account() {
        var account = Account.newBuilder()
                .setDomain(text("domain"))
                .setName(text("companyName"))
                .setCrmAccountId(text("crmAccountId"));
        json.properties().stream()
                .filter(column -> !KNOWN.contains(column.getKey()))
                .forEach(column -> put(account, column.getKey(), column.getKey(), column.getValue()));
        var attributes = json.path("attributes");
        if (!attributes.isMissingNode() && !attributes.isNull() && !attributes.isObject()) {
            throw new InvalidField("attributes", "must be keys with values");
        }
        attributes
                .properties()
                .forEach(entry -> put(account, entry.getKey(), "attributes." + entry.getKey(), entry.getValue()));
        return account.build();
    }

    private static void put(Account.Builder account, String key, String field, JsonNode value) {
        if (value.isContainerNode()) {
            throw new InvalidField(field, "must be a single value");
        }
        if (!value.isNull()) {
            account.putAttributes(key, value.asText());
        }
    }

    private String text(String field) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new InvalidField(field, "must be text");
        }
        return value.asText();
    }

    private Level level() {
        var text = text("level").toLowerCase(Locale.ROOT);
        var level = LEVELS.get(text);
        if (level == null && !text.isEmpty()) {
            throw new InvalidField("level", "must be one of rules, assisted, guided, autonomous");
        }
        return level == null ? Level.LEVEL_UNSPECIFIED : level;
    }
}
