package io.outrider.orchestrator.hook;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A system that sends signals.
 *
 * @param secret 24 to 64 bytes, as Standard Webhooks asks
 */
record HookSource(String name, String workspace, byte[] secret) {

    private static final Pattern LINE =
            Pattern.compile("([a-z][a-z0-9-]{0,62})=([A-Za-z0-9][A-Za-z0-9_-]{0,62}):(?:whsec_)?([A-Za-z0-9+/=]+)");
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException that does not tell the secret */
    static Map<String, HookSource> parse(List<String> lines) {
        Map<String, HookSource> all = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            var match = LINE.matcher(lines.get(i).strip());
            if (!match.matches()) {
                throw new IllegalArgumentException("outrider.hooks.sources, entry " + (i + 1)
                        + ": must be <source>=<workspace>:<secret in Base64>");
            }
            var secret = Base64.getDecoder().decode(match.group(3));
            if (secret.length < SHORTEST || secret.length > LONGEST) {
                throw new IllegalArgumentException("outrider.hooks.sources, " + match.group(1) + ": the secret must be "
                        + SHORTEST + " to " + LONGEST + " bytes");
            }
            all.put(match.group(1), new HookSource(match.group(1), match.group(2), secret));
        }
        return Map.copyOf(all);
    }
}
