package io.outrider.sandbox.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the fences of a prompt. What stands outside them, or inside one that is open, is no fence. */
final class Fences {

    private static final Set<String> TAGS = Set.of(
            "page",
            "question",
            "fact",
            "proof",
            "value_prop",
            "voice",
            "contact",
            "account",
            "company",
            "product",
            "persona",
            "vendor",
            "sender",
            "step",
            "playbook",
            "summary");

    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z_][\\w-]*)=\"([^\"]*)\"");

    private final Map<String, List<Fence>> byTag = new HashMap<>();
    private final String prompt;

    Fences(String prompt) {
        this.prompt = prompt;
        var at = prompt.indexOf('<');
        while (at >= 0) {
            at = prompt.indexOf('<', read(prompt, at));
        }
    }

    /** The whole prompt, fences and all. */
    String prompt() {
        return prompt;
    }

    List<Fence> all(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    /** Reads a fence that starts here, if one does, and says where to go on. */
    private int read(String prompt, int start) {
        var nameEnd = start + 1;
        while (nameEnd < prompt.length()
                && (Character.isLetter(prompt.charAt(nameEnd)) || prompt.charAt(nameEnd) == '_')) {
            nameEnd++;
        }
        var tag = prompt.substring(start + 1, nameEnd);
        var open = TAGS.contains(tag) ? prompt.indexOf('>', nameEnd) : -1;
        var close = open < 0 ? -1 : prompt.indexOf("</" + tag + ">", open);
        if (close < 0) {
            return start + 1;
        }
        var attributes = attributes(prompt.substring(nameEnd, open));
        var text = unescape(prompt.substring(open + 1, close)).strip();
        byTag.computeIfAbsent(tag, ignored -> new ArrayList<>()).add(new Fence(tag, attributes, text));
        return close + tag.length() + 3;
    }

    private static Map<String, String> attributes(String text) {
        var found = new HashMap<String, String>();
        var matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            found.put(matcher.group(1), unescape(matcher.group(2)));
        }
        return found;
    }

    private static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
