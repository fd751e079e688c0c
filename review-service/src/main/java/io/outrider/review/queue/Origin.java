package io.outrider.review.queue;

/**
 * Where a proposal comes from and what it is about.
 *
 * @param key stable within the run
 * @param domain the account's
 * @param author who started the run; never its approver
 */
public record Origin(String runId, String key, String actionType, String domain, String playbookId, String author) {}
