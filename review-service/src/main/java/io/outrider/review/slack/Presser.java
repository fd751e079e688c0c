package io.outrider.review.slack;

import java.net.URI;

/**
 * A reviewer who pressed a button.
 *
 * @param subject whom the gate knows
 * @param slackUser the same person, as Slack knows them
 * @param requestId of the press, so that nothing is done twice
 * @param answerTo where the message can be changed from
 */
record Presser(String workspace, String subject, String slackUser, String requestId, URI answerTo) {}
