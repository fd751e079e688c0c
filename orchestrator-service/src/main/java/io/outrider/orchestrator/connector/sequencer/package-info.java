/** Outreach-shaped sequencers: prospects and their enrolment. */
@NullMarked
package io.outrider.orchestrator.connector.sequencer;

import org.jspecify.annotations.NullMarked;
