/** A mail sink. */
@NullMarked
package io.outrider.sandbox.smtp;

import org.jspecify.annotations.NullMarked;
