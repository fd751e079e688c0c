/** Judgement: answers a library's questions from a brief and computes a score by code. */
@NullMarked
package io.outrider.qualify;

import org.jspecify.annotations.NullMarked;
