/** Drafts by a language model. What it answers is data: the checks that templates go through are the same. */
@NullMarked
package io.outrider.messaging.model;

import org.jspecify.annotations.NullMarked;
