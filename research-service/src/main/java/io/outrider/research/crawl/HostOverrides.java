package io.outrider.research.crawl;

import java.util.List;
import java.util.Optional;

/**
 * Hosts that are reached elsewhere than DNS says, by plain HTTP, past the address guard. For tests and demonstrations only;
 * empty by default.
 */
public record HostOverrides(List<Override> overrides) {

    public static final HostOverrides NONE = new HostOverrides(List.of());

    public HostOverrides {
        overrides = List.copyOf(overrides);
    }

    /** @param settings such as {@code *.example=127.0.0.1:7070} */
    public static HostOverrides parse(List<String> settings) {
        return new HostOverrides(settings.stream()
                .map(String::strip)
                .filter(setting -> !setting.isEmpty())
                .map(Override::parse)
                .toList());
    }

    Optional<Override> of(String host) {
        return overrides.stream().filter(override -> override.matches(host)).findFirst();
    }

    /** @param pattern a host, or {@code *.} and a domain, which the domain itself does not match */
    public record Override(String pattern, String host, int port) {

        static Override parse(String setting) {
            var equals = setting.indexOf('=');
            var colon = setting.lastIndexOf(':');
            if (equals < 1 || colon < equals + 2) {
                throw new IllegalArgumentException("A host override is pattern=host:port, not " + setting);
            }
            return new Override(
                    setting.substring(0, equals),
                    setting.substring(equals + 1, colon),
                    Integer.parseInt(setting.substring(colon + 1)));
        }

        boolean matches(String name) {
            return pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : name.equals(pattern);
        }
    }
}
