package io.outrider.orchestrator.budget;

import io.outrider.orchestrator.run.RunKey;

/**
 * A leg that is about to ask models.
 *
 * @param playbook empty where qualification has not chosen yet
 * @param bound the most that it will spend
 * @param soFar what the run has spent before
 * @param again the run has been drafted before, and is past these steps
 */
public record Want(RunKey run, String playbook, Spend bound, Spend soFar, boolean again) {}
