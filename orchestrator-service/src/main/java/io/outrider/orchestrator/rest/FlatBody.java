package io.outrider.orchestrator.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.kit.error.InvalidField;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Person;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** One flat JSON object of a caller, as Clay, n8n and Zapier send them. Every failure names the key. */
public final class FlatBody {

    public static final int MAX_BYTES = 100 * 1024;

    private static final int LONGEST_LIST = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Level> LEVELS = Map.of(
            "rules", Level.LEVEL_RULES,
            "assisted", Level.LEVEL_ASSISTED,
            "guided", Level.LEVEL_GUIDED,
            "autonomous", Level.LEVEL_AUTONOMOUS);

    private static final Map<String, Depth> DEPTHS = Map.of(
            "", Depth.DEPTH_UNSPECIFIED,
            "lite", Depth.DEPTH_LITE,
            "base", Depth.DEPTH_BASE,
            "core", Depth.DEPTH_CORE,
            "pro", Depth.DEPTH_PRO);

    private final ObjectNode json;

    private FlatBody(ObjectNode json) {
        this.json = json;
    }

    public static FlatBody read(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new TooLarge(MAX_BYTES);
        }
        try {
            if (MAPPER.readTree(body) instanceof ObjectNode object) {
                return new FlatBody(object);
            }
        } catch (IOException e) {
            throw new InvalidField("body", "is not JSON, or names a key twice");
        }
        throw new InvalidField("body", "must be a JSON object");
    }

    /** Empty where the key is missing or null. */
    public String text(String field) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new InvalidField(field, "must be text");
        }
        return value.asText();
    }

    /** The first of two names for one thing; saying two different things is refused. */
    public String text(String field, String otherName) {
        var one = text(field);
        var other = text(otherName);
        if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
            throw new InvalidField(otherName, "says something else than " + field);
        }
        return one.isEmpty() ? other : one;
    }

    /** 0 where the key is missing or null. */
    public int number(String field, int min, int max) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber() || value.asLong() < min || value.asLong() > max) {
            throw new InvalidField(field, "must be a whole number from " + min + " to " + max);
        }
        return value.asInt();
    }

    /** Texts in an array, or one text with commas between. */
    public List<String> texts(String field) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        var found = value.isTextual()
                ? List.of(value.asText().split(","))
                : StreamSupport.stream(value.spliterator(), false)
                        .map(one -> one.isTextual() ? one.asText() : "")
                        .toList();
        var tidy = found.stream().map(String::strip).toList();
        if (!value.isTextual() && !value.isArray() || tidy.contains("") || tidy.size() > LONGEST_LIST) {
            throw new InvalidField(field, "must be at most " + LONGEST_LIST + " texts, none of them empty");
        }
        return tidy;
    }

    public Level level() {
        var text = text("level").toLowerCase(Locale.ROOT);
        var level = LEVELS.get(text);
        if (level == null && !text.isEmpty()) {
            throw new InvalidField("level", "must be one of rules, assisted, guided, autonomous");
        }
        return level == null ? Level.LEVEL_UNSPECIFIED : level;
    }

    public Depth depth() {
        var depth = DEPTHS.get(text("depth").toLowerCase(Locale.ROOT));
        if (depth == null) {
            throw new InvalidField("depth", "must be one of lite, base, core, pro");
        }
        return depth;
    }

    /** False where the key is missing or null. Spreadsheets send the words. */
    boolean flag(String field) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull() || value.asText().equalsIgnoreCase("false")) {
            return false;
        }
        if (!value.asText().equalsIgnoreCase("true")) {
            throw new InvalidField(field, "must be true or false");
        }
        return true;
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** @param known keys that mean something to the endpoint; all others are taken as the account's attributes */
    public Account account(Set<String> known) {
        var account = Account.newBuilder()
                .setDomain(text("domain", "companyDomain"))
                .setName(text("companyName"))
                .setCrmAccountId(text("crmAccountId"));
        json.properties().stream()
                .filter(column -> !known.contains(column.getKey()))
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

    public Person person() {
        return Person.newBuilder()
                .setFirstName(text("firstName"))
                .setLastName(text("lastName"))
                .setTitle(text("title", "jobTitle"))
                .setEmail(text("email"))
                .build();
    }

    private static void put(Account.Builder account, String key, String field, JsonNode value) {
        if (value.isContainerNode()) {
            throw new InvalidField(field, "must be a single value");
        }
        if (!value.isNull()) {
            account.putAttributes(key, value.asText());
        }
    }
}
