/** Reads YAML files into the library's own message, driven by its descriptor: the proto is the only schema. */
@NullMarked
package io.outrider.orchestrator.library.yaml;

import org.jspecify.annotations.NullMarked;
