/** Runs under faults: what was accepted must end, and nothing may happen twice. */
@NullMarked
package io.outrider.cli.chaos;

import org.jspecify.annotations.NullMarked;
