/** CEL: compiled once, bounded, and honest about what it read. */
@NullMarked
package io.outrider.qualify.rule;

import org.jspecify.annotations.NullMarked;
