/** The library: YAML files in, numbered revisions out. */
@NullMarked
package io.outrider.orchestrator.library;

import org.jspecify.annotations.NullMarked;
