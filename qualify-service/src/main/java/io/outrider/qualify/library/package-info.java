/** The part of the customer's library that judgement needs. */
@NullMarked
package io.outrider.qualify.library;

import org.jspecify.annotations.NullMarked;
