package io.outrider.research.brief;

import io.outrider.kit.id.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Derives signals from claims: nothing that no claim says becomes a signal. */
final class Signals {

    private static final Pattern LEADERSHIP =
            Pattern.compile("\\b(appoint|joins? as|named|new (?:ceo|cto|cfo|coo|chief|head|vp)|promoted|steps down)");
    private static final Pattern EXPANSION = Pattern.compile(
            "\\b(opens?|opened|opening|expand|expansion|enters|launch(?:es|ed)? in|new (?:office|plant|site|factory|warehouse|facility))\\b");
    private static final Pattern FUNDING = Pattern.compile("\\b(raises?|raised|series [a-h]|funding|seed round)\\b");

    private Signals() {}

    static List<Signal> of(String domain, Claims claims, Instant now) {
        var signals = new ArrayList<Signal>();
        claims.holding(Predicate.FUNDING_ROUND)
                .forEach(c -> signals.add(signal(domain, Signal.Type.FUNDING, c, 80, now)));
        hiring(domain, claims, now, signals);
        for (var claim : claims.holding(Predicate.NEWS)) {
            var type = type(claim.value().toLowerCase(Locale.ROOT));
            if (type != Signal.Type.FUNDING
                    || claims.holding(Predicate.FUNDING_ROUND).isEmpty()) {
                signals.add(signal(domain, type, claim, strength(type), now));
            }
        }
        return signals;
    }

    private static void hiring(String domain, Claims claims, Instant now, List<Signal> signals) {
        var roles = claims.holding(Predicate.HIRING_FOR);
        var open = claims.best(Predicate.OPEN_ROLES);
        var count = open.map(claim -> parse(claim.value())).orElse((double) roles.size());
        if (count > 0) {
            var claim = open.orElseGet(roles::getFirst);
            signals.add(signal(domain, Signal.Type.HIRING, claim, Math.min(90, 30 + 5 * count), now));
        }
    }

    private static Signal.Type type(String news) {
        if (FUNDING.matcher(news).find()) {
            return Signal.Type.FUNDING;
        }
        if (LEADERSHIP.matcher(news).find()) {
            return Signal.Type.LEADERSHIP_CHANGE;
        }
        return EXPANSION.matcher(news).find() ? Signal.Type.EXPANSION : Signal.Type.NEWS;
    }

    private static double strength(Signal.Type type) {
        return switch (type) {
            case FUNDING -> 80;
            case LEADERSHIP_CHANGE, EXPANSION -> 60;
            case HIRING -> 40;
            case NEWS -> 30;
        };
    }

    private static Signal signal(String domain, Signal.Type type, Claim claim, double strength, Instant now) {
        var key = domain
                + ':'
                + type.name().toLowerCase(Locale.ROOT)
                + ':'
                + Sha256.hex(claim.value().toLowerCase(Locale.ROOT)).substring(0, 16);
        return new Signal(
                "sig_" + Sha256.hex(key).substring(0, 32),
                domain,
                type,
                claim.value(),
                strength,
                claim.asOf(),
                now,
                claim.evidence().stream().map(Evidence::id).toList(),
                key);
    }

    private static double parse(String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
