package io.outrider.sandbox.crm;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** POST /search: groups of filters, each group an AND, the groups an OR. */
final class Search {

    private static final int MOST = 200;

    private Search() {}

    /** @param until records that were made later are not in the index yet */
    static Reply run(ObjectStore store, ObjectType type, JsonNode query, Instant until) {
        var limit = query.path("limit").asInt(10);
        if (limit < 1 || limit > MOST) {
            throw CrmError.invalid("limit must lie between 1 and " + MOST);
        }
        var found = find(store, type, query.path("filterGroups"), limit).stream()
                .filter(object -> object.created().isBefore(until))
                .toList();
        var json = Json.object().put("total", found.size());
        var results = json.putArray("results");
        found.forEach(object -> results.add(object.json()));
        return Json.reply(200, json);
    }

    private static List<CrmObject> find(ObjectStore store, ObjectType type, JsonNode groups, int limit) {
        var only = groups.path(0).path("filters");
        if (groups.size() == 1 && only.size() == 1 && isKey(only.path(0), type)) {
            return store.find(only.path(0).path("value").asText(), type.key()).stream()
                    .toList();
        }
        Predicate<CrmObject> wanted = object -> groups.isEmpty();
        for (var group : groups) {
            Predicate<CrmObject> all = object -> true;
            for (var filter : group.path("filters")) {
                all = all.and(predicate(filter));
            }
            wanted = wanted.or(all);
        }
        return store.search(wanted, limit);
    }

    private static boolean isKey(JsonNode filter, ObjectType type) {
        return filter.path("operator").asText().equals("EQ")
                && filter.path("propertyName").asText().equals(type.key());
    }

    private static Predicate<CrmObject> predicate(JsonNode filter) {
        var name = filter.path("propertyName").asText();
        var value = filter.path("value").asText();
        return switch (filter.path("operator").asText()) {
            case "EQ" -> object -> object.property(name).equalsIgnoreCase(value);
            case "CONTAINS_TOKEN" ->
                object -> List.of(object.property(name).split(";")).contains(value);
            case "NEQ" -> object -> !object.property(name).equalsIgnoreCase(value);
            case "HAS_PROPERTY" -> object -> !object.property(name).isEmpty();
            case "NOT_HAS_PROPERTY" -> object -> object.property(name).isEmpty();
            case String other -> throw CrmError.invalid("Unsupported operator: " + other);
        };
    }
}
