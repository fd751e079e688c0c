/** Signed webhooks for whatever the customer runs: Zapier, Make, n8n or their own. */
@NullMarked
package io.outrider.orchestrator.connector.webhook;

import org.jspecify.annotations.NullMarked;
