/** What makes a library sound: ids, references, rules that compile, limits. */
@NullMarked
package io.outrider.orchestrator.library.check;

import org.jspecify.annotations.NullMarked;
