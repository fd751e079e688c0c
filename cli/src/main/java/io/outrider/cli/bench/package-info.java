/** Drives load against a running system and measures it from outside. */
@org.jspecify.annotations.NullMarked
package io.outrider.cli.bench;
