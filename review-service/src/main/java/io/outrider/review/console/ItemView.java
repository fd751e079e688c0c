package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item: why it is here, exactly what would be sent, what it rests on.
 *
 * @param held what the reader can still take back, of this item and of others
 * @param heldNote what another person decided that is not in effect yet; empty where nobody did
 * @param missing what the run did not find, or did by rules only
 * @param effort what the run has spent until it proposed, and what it worked by
 * @param blocked why it cannot be accepted as it stands; empty where it can
 * @param overridable whether saying why is enough
 * @param batch the batch that the reader came from; empty where there is none
 * @param queue the most urgent open items, for who has room beside this one
 */
@TemplateData
record ItemView(
        Session who,
        String requestId,
        List<HeldRow> held,
        String heldNote,
        Head head,
        List<Why> reasons,
        Belief belief,
        List<String> missing,
        List<EffortRow> effort,
        String blocked,
        boolean overridable,
        ItemContent content,
        History history,
        Attempt attempt,
        String batch,
        List<Near> queue) {

    /**
     * @param open whether the reader can decide it
     * @param left time to decide, in words
     * @param then what happens after it
     * @param claim who reads it until when; empty where nobody does
     * @param instruction what the version was asked to change; empty for a first draft
     * @param unknown null where the outcome is known, or there is none yet
     */
    @TemplateData
    record Head(
            String id,
            int version,
            String sha256,
            boolean open,
            String state,
            String lane,
            String laneKey,
            String runId,
            String account,
            String domain,
            String person,
            String action,
            String description,
            String blast,
            String due,
            String left,
            String then,
            String claim,
            long policyVersion,
            String approvals,
            String instruction,
            @Nullable Unknown unknown) {}

    /**
     * The action was tried and nobody knows whether it happened.
     *
     * @param detail what the connector said
     * @param command with which somebody who has looked says so
     */
    @TemplateData
    record Unknown(String connector, String detail, String command) {}

    /** @param words the rule's name as a person reads it */
    @TemplateData
    record Why(String words, String detail, String rule) {}

    /**
     * How far the draft can be believed, in percent.
     *
     * @param shown what counts
     * @param raw what the agent said
     * @param note what is known of the difference
     */
    @TemplateData
    record Belief(int shown, int raw, boolean calibrated, String note) {}

    /** @param next where the next variant is; empty where there is only one */
    @TemplateData
    record History(List<Past> decisions, List<Version> versions, String next, boolean old) {}

    @TemplateData
    record Past(String by, String when, String what, String about, String comment) {}

    @TemplateData
    record Version(int number, String by, String when, String path, boolean shown) {}

    @TemplateData
    record Near(String id, String account, String action, String lane, String laneKey, boolean shown) {}

    /**
     * An edit that was checked or refused, and is shown instead of the item.
     *
     * @param message why it was refused; empty where it was only checked
     */
    @TemplateData
    record Attempt(boolean made, String message, String comment, boolean override) {

        static final Attempt NONE = new Attempt(false, "", "", false);
    }
}
