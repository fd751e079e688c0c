package io.outrider.review.queue;

/** The lists that reviewers work through. An item is in exactly one. */
public enum Lane {
    MANDATORY,
    BATCH,
    SPOT_CHECK,
    PARTIAL,
    UNKNOWN_OUTCOME;

    /** The same as an SQL expression over the table item. */
    public static final String SQL = """
            case when outcome = 'UNKNOWN' then 'UNKNOWN_OUTCOME'
                when reasons @> '{"rules":[{"rule":"partial-result"}]}' or reasons @> '{"rules":[{"rule":"degraded-result"}]}'
                    then 'PARTIAL'
                when gate = 'MANDATORY' then 'MANDATORY' when gate = 'SPOT_CHECK' then 'SPOT_CHECK' else 'BATCH' end""";

    static Lane of(Item item) {
        if (item.extras().outcome() == EffectOutcome.UNKNOWN) {
            return UNKNOWN_OUTCOME;
        }
        var partial = item.gating().reasons().stream()
                .anyMatch(reason ->
                        reason.rule().equals("partial-result") || reason.rule().equals("degraded-result"));
        if (partial) {
            return PARTIAL;
        }
        return switch (item.gating().gate()) {
            case MANDATORY -> MANDATORY;
            case SPOT_CHECK -> SPOT_CHECK;
            case BATCH_REVIEW, AUTONOMOUS -> BATCH;
        };
    }
}
