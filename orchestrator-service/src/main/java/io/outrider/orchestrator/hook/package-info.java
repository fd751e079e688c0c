/** Signed webhooks of other systems, as signals and contact events. */
@NullMarked
package io.outrider.orchestrator.hook;

import org.jspecify.annotations.NullMarked;
