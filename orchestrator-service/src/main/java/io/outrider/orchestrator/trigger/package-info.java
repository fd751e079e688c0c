/** Triggers: rules over signals that start runs, each firing explained, and the breaker that stops them. */
@NullMarked
package io.outrider.orchestrator.trigger;

import org.jspecify.annotations.NullMarked;
