/** What a run can be and become: plain Java, no wire, no database. */
@NullMarked
package io.outrider.orchestrator.run.state;

import org.jspecify.annotations.NullMarked;
