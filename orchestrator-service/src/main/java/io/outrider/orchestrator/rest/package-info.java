/** The REST/JSON door. */
@NullMarked
package io.outrider.orchestrator.rest;

import org.jspecify.annotations.NullMarked;
