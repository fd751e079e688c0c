package io.outrider.research.brief;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether some claim speaks to a question in plain words. Errs to no: an unknown costs a look, a false answer costs trust. */
final class Answered {

    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> STOP = Set.of(
            "what", "which", "when", "where", "does", "do", "is", "are", "the", "they", "their", "have", "has", "how",
            "many", "much", "who", "for", "with", "and", "any", "it", "its", "in", "of", "to", "a", "an", "company",
            "use", "uses");
    private static final double ENOUGH = 0.75;

    private Answered() {}

    static boolean by(String question, Claims claims) {
        var words = WORD.splitAsStream(question.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1 && !STOP.contains(word))
                .collect(Collectors.toSet());
        return !words.isEmpty() && claims.all().stream().filter(Claim::holds).anyMatch(claim -> speaksTo(words, claim));
    }

    private static boolean speaksTo(Set<String> words, Claim claim) {
        return claim.evidence().stream().anyMatch(evidence -> {
            var quoted = WORD.splitAsStream(evidence.quote().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            return words.stream().filter(quoted::contains).count() >= ENOUGH * words.size();
        });
    }
}
