package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.outrider.sandbox.http.Json;
import java.util.HashSet;
import java.util.Set;

/** Bends an answer to a schema: leaves out what the schema does not know, adds the least of what it requires. */
final class Shape {

    private final JsonNode root;

    Shape(JsonNode root) {
        this.root = root;
    }

    JsonNode fit(JsonNode value) {
        return fit(value, root);
    }

    /** The smallest instance of the schema. */
    JsonNode least() {
        return fit(MissingNode.getInstance(), root);
    }

    private JsonNode fit(JsonNode value, JsonNode schema) {
        var here = resolve(schema);
        var types = types(here);
        if (here.has("enum")) {
            return oneOf(value, here.path("enum"));
        } else if (types.contains("object") || here.has("properties")) {
            return object(value, here);
        } else if (types.contains("array")) {
            return array(value, here);
        }
        return scalar(value, types);
    }

    private JsonNode object(JsonNode value, JsonNode schema) {
        var fitted = Json.object();
        var required = new HashSet<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            if (value.has(name) || required.contains(name)) {
                fitted.set(name, fit(value.path(name), property.getValue()));
            }
        });
        return fitted;
    }

    private JsonNode array(JsonNode value, JsonNode schema) {
        var fitted = Json.array();
        value.forEach(element -> fitted.add(fit(element, schema.path("items"))));
        for (int i = fitted.size(); i < schema.path("minItems").asInt(0); i++) {
            fitted.add(fit(MissingNode.getInstance(), schema.path("items")));
        }
        return fitted;
    }

    private static JsonNode scalar(JsonNode value, Set<String> types) {
        var nodes = JsonNodeFactory.instance;
        if (value.isMissingNode() || value.isNull()) {
            if (types.contains("null")) {
                return NullNode.getInstance();
            }
            return types.contains("integer") || types.contains("number")
                    ? nodes.numberNode(0)
                    : types.contains("boolean") ? nodes.booleanNode(false) : nodes.textNode("");
        }
        if (types.contains("integer")) {
            return nodes.numberNode(value.asLong());
        } else if (types.contains("string")) {
            return nodes.textNode(value.asText());
        }
        return value;
    }

    private static JsonNode oneOf(JsonNode value, JsonNode allowed) {
        for (var one : allowed) {
            if (one.asText().equalsIgnoreCase(value.asText())) {
                return one;
            }
        }
        return allowed.path(0);
    }

    private JsonNode resolve(JsonNode schema) {
        var ref = schema.path("$ref").asText("");
        if (ref.startsWith("#/")) {
            return resolve(root.at(ref.substring(1)));
        }
        for (var choice : schema.path("anyOf")) {
            if (!choice.path("type").asText().equals("null")) {
                return resolve(choice);
            }
        }
        return schema;
    }

    private static Set<String> types(JsonNode schema) {
        var types = new HashSet<String>();
        var type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(one -> types.add(one.asText()));
        return types;
    }
}
