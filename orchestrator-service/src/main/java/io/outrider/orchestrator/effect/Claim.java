package io.outrider.orchestrator.effect;

import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.v1.TimelineEntry;
import java.time.Instant;
import java.util.List;

/**
 * The wish to do one granted action, right before its call. What was done before is settled in the same commit, so that a
 * crash leaves one unknown outcome at most.
 *
 * @param version the run's, as it was read last
 * @param since when the run was accepted: whoever has replied since then is left alone
 * @param entries what happened since the last commit
 * @param changed other actions of the run that changed since the last commit
 * @param settled effects whose outcome is known now
 */
public record Claim(
        RunKey run,
        long version,
        Instant since,
        Wanted wanted,
        List<TimelineEntry> entries,
        List<ActionRow> changed,
        List<Settlement> settled) {

    public Claim {
        entries = List.copyOf(entries);
        changed = List.copyOf(changed);
        settled = List.copyOf(settled);
    }

    /**
     * @param effectId of a new effect; a claim that is made again keeps the old one's
     * @param action GRANTED, with the payload and grant that will be used
     * @param messages what the effect would send; empty where it sends nothing
     * @param addresses whom it would reach: addresses, and the domains they are below; nobody may be suppressed
     */
    public record Wanted(String effectId, ActionRow action, List<Message> messages, List<String> addresses) {

        public Wanted {
            messages = List.copyOf(messages);
            addresses = List.copyOf(addresses);
        }
    }

    /** One message to one person: sent at most once, whoever asks. */
    public record Message(String account, String contact, String sequence, int step) {}
}
