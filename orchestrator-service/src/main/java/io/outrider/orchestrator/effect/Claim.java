package io.outrider.orchestrator.effect;

import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.v1.TimelineEntry;
import java.util.List;

/**
 * The wish to do granted actions of one run, all in one commit.
 *
 * @param version the run's, as it was read last
 * @param effects one for each action
 */
public record Claim(RunKey run, long version, List<Wanted> effects, List<TimelineEntry> entries) {

    public Claim {
        effects = List.copyOf(effects);
        entries = List.copyOf(entries);
    }

    /**
     * @param effectId of a new effect; a claim that is made again keeps the old one's
     * @param action GRANTED, with the payload and grant that will be used
     * @param messages what the effect would send; empty where it sends nothing
     */
    public record Wanted(String effectId, ActionRow action, List<Message> messages) {

        public Wanted {
            messages = List.copyOf(messages);
        }
    }

    /** One message to one person: sent at most once, whoever asks. */
    public record Message(String account, String contact, String sequence, int step) {}
}
