/** The outside systems that actions reach, behind one interface without a delete verb. */
@NullMarked
package io.outrider.orchestrator.connector;

import org.jspecify.annotations.NullMarked;
