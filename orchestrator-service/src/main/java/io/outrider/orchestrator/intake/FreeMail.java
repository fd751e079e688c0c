package io.outrider.orchestrator.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Domains where anybody gets a mailbox: no company lives there. */
final class FreeMail {

    private static final Set<String> DOMAINS = load();

    private FreeMail() {}

    static boolean isFree(String domain) {
        return DOMAINS.contains(domain);
    }

    private static Set<String> load() {
        try (var in = FreeMail.class.getResourceAsStream("/intake/free-mail-domains.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
