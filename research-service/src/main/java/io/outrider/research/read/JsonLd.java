package io.outrider.research.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes the structured data of a page (schema.org as JSON-LD) as lines of text, so that it can be quoted like the rest:
 * {@code Organization employees: 240}, {@code Person: Mara Lind | Chief Technology Officer}.
 */
final class JsonLd {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NODES = 200;

    private final List<String> lines = new ArrayList<>();
    private boolean news;
    private boolean jobs;
    private String published = "";
    private int nodes;

    void read(String json) {
        try {
            visit(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            // A broken block says nothing; the page's own text remains.
        }
    }

    List<String> lines() {
        return lines;
    }

    boolean isNews() {
        return news;
    }

    boolean isJobs() {
        return jobs;
    }

    String published() {
        return published;
    }

    private void visit(JsonNode node) {
        if (++nodes > NODES) {
            return;
        }
        if (node.isArray()) {
            node.forEach(this::visit);
            return;
        }
        if (node.has("@graph")) {
            visit(node.get("@graph"));
        }
        var type = type(node);
        switch (type) {
            case "Organization", "Corporation", "LocalBusiness", "NGO", "OnlineBusiness" -> organization(node);
            case "Person" -> person(node);
            case "JobPosting" -> job(node);
            case "NewsArticle", "Article", "BlogPosting", "PressRelease" -> article(node);
            case "Product", "SoftwareApplication", "Service" -> put("Product", text(node, "name"));
            case "ItemList" -> node.path("itemListElement").forEach(item -> visit(item.path("item")));
            default -> {
                // Breadcrumbs, search boxes and the like say nothing about the company.
            }
        }
    }

    private void organization(JsonNode node) {
        put("Organization name", text(node, "name"));
        put("Organization legal name", text(node, "legalName"));
        put("Organization description", text(node, "description"));
        put("Organization industry", text(node, "industry"));
        put("Organization founded", text(node, "foundingDate"));
        put("Organization employees", number(node.path("numberOfEmployees")));
        put("Organization email", text(node, "email"));
        address(node.path("address"));
        put("Organization awards", text(node, "award"));
        for (var people : List.of("founder", "founders", "employee", "employees", "member", "members")) {
            each(node.path(people), this::visit);
        }
    }

    private void address(JsonNode address) {
        var parts = List.of("streetAddress", "postalCode", "addressLocality", "addressRegion");
        var written = parts.stream()
                .map(part -> text(address, part))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        put("Organization address", address.isTextual() ? address.asText() : written);
        put("Organization city", text(address, "addressLocality"));
        put("Organization country", text(address, "addressCountry"));
    }

    private void person(JsonNode node) {
        put(
                "Person",
                joined(
                        text(node, "name"),
                        text(node, "jobTitle"),
                        text(node, "email").replace("mailto:", "")));
    }

    private void job(JsonNode node) {
        jobs = true;
        var place = text(node.path("jobLocation").path("address"), "addressLocality");
        put("Job posting", joined(text(node, "title"), place, text(node, "datePosted")));
    }

    private void article(JsonNode node) {
        news = true;
        var date = text(node, "datePublished");
        if (published.isEmpty()) {
            published = date;
        }
        put("News", joined(text(node, "headline"), date.substring(0, Math.min(10, date.length()))));
    }

    private void put(String label, String value) {
        if (!value.isBlank()) {
            lines.add(label + ": " + value);
        }
    }

    private static String joined(String first, String... more) {
        var parts = new ArrayList<String>();
        parts.add(first);
        parts.addAll(List.of(more));
        return first.isBlank()
                ? ""
                : parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" | "));
    }

    private static void each(JsonNode node, Consumer<JsonNode> action) {
        if (node.isArray()) {
            node.forEach(action);
        } else if (node.isObject()) {
            action.accept(node);
        }
    }

    private static String type(JsonNode node) {
        var type = node.path("@type");
        return type.isArray() ? type.path(0).asText("") : type.asText("");
    }

    private static String number(JsonNode node) {
        if (node.isObject()) {
            return node.hasNonNull("value")
                    ? node.get("value").asText()
                    : node.path("minValue").asText("");
        }
        return node.asText("");
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        if (value.isObject()) {
            return value.path("name").asText("");
        }
        return value.isArray() ? value.path(0).asText("") : value.asText("");
    }
}
