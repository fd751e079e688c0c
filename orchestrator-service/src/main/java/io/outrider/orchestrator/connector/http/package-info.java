/** HTTP to outside systems, and what an answer, or none, says about the effect. */
@NullMarked
package io.outrider.orchestrator.connector.http;

import org.jspecify.annotations.NullMarked;
