/** A simulated outside world: company sites, a model, a CRM, sequencers, Slack and mail, on one HTTP and one SMTP port. */
@NullMarked
package io.outrider.sandbox;

import org.jspecify.annotations.NullMarked;
