/** From answers to a score, by code. */
@NullMarked
package io.outrider.qualify.score;

import org.jspecify.annotations.NullMarked;
