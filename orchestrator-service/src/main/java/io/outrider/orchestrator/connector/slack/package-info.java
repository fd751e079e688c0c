/** Slack's incoming webhooks. */
@NullMarked
package io.outrider.orchestrator.connector.slack;

import org.jspecify.annotations.NullMarked;
