/** Work that nobody calls for: done on a thread of its own, a look at a time. */
@NullMarked
package io.outrider.orchestrator.lookout;

import org.jspecify.annotations.NullMarked;
