/** Signed webhooks of other systems, as signals. */
@NullMarked
package io.outrider.orchestrator.hook;

import org.jspecify.annotations.NullMarked;
