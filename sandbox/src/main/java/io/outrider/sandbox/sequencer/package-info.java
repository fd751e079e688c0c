/** Sequencers in the shapes of Outreach, Salesloft and HubSpot. */
@NullMarked
package io.outrider.sandbox.sequencer;

import org.jspecify.annotations.NullMarked;
