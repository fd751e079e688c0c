package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.sandbox.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads pages and states facts, each with the exact sentence that says so. */
final class FindingsAnswerer implements Answerer {

    private static final Set<String> ONCE = Set.of("description", "industry", "headquarters", "country_code");
    private static final Set<String> IN_SUMMARY = Set.of("description", "employee_count", "headquarters");
    private static final int MAX_CLAIMS = 60;
    private static final int MAX_HOOKS = 4;

    @Override
    public ObjectNode answer(Fences prompt) {
        var json = Json.object();
        var claims = json.putArray("claims");
        var seen = new HashSet<String>();
        prompt.all("page").forEach(page -> read(page, claims, seen));
        var summary = json.putArray("summaryClaimIndexes");
        var hooks = json.putArray("hooks");
        for (int i = 0; i < claims.size(); i++) {
            var predicate = claims.get(i).path("predicate").asText();
            if (IN_SUMMARY.contains(predicate)) {
                summary.add(i);
            }
            if (hooks.size() < MAX_HOOKS && (predicate.equals("news") || predicate.equals("hiring_for"))) {
                hook(i, predicate, claims.get(i).path("value").asText(), hooks);
            }
        }
        return json;
    }

    private static void read(Fence page, ArrayNode claims, Set<String> seen) {
        var sentences = Sentences.of(page.text());
        var read = new HashSet<String>();
        for (int i = 0; i < sentences.size(); i++) {
            var sentence = sentences.get(i);
            if (!read.add(sentence.text()) || Orders.isOrder(sentence.text())) {
                continue;
            }
            for (var finding : findings(sentence.text(), page.attribute("url"))) {
                var isNew = seen.add(finding.predicate() + "=" + finding.value())
                        && (!ONCE.contains(finding.predicate()) || seen.add(finding.predicate()));
                if (isNew && claims.size() < MAX_CLAIMS) {
                    claims.add(Json.object()
                            .put("predicate", finding.predicate())
                            .put("value", finding.value())
                            .put("quote", quote(page.text(), sentences, i, finding))
                            .put("pageId", page.id())
                            .put("confidence", finding.confidence()));
                }
            }
        }
    }

    private static List<Finding> findings(String sentence, String url) {
        var found = new ArrayList<Finding>();
        CompanyExtractors.read(sentence, found);
        ListExtractors.read(sentence, url, found);
        return found;
    }

    /** The sentence; of news also the one that follows, which says more. */
    private static String quote(String text, List<Sentences.Sentence> sentences, int index, Finding finding) {
        var sentence = sentences.get(index);
        if (finding.predicate().equals("description")) {
            return finding.value();
        }
        if (finding.predicate().equals("news") && index + 1 < sentences.size()) {
            var next = sentences.get(index + 1);
            if (!Orders.isOrder(next.text()) && next.text().endsWith(".")) {
                return text.substring(sentence.start(), next.end());
            }
        }
        return sentence.text();
    }

    private static void hook(int index, String predicate, String value, ArrayNode hooks) {
        var hook = Json.object().put("text", predicate.equals("news") ? value : "Is hiring: " + value);
        hook.putArray("claimIndexes").add(index);
        hooks.add(hook);
    }
}
