/** From an assignment to a finished sequence: drafted, grounded, trimmed, linted, and weighed. */
@NullMarked
package io.outrider.messaging.sequence;

import org.jspecify.annotations.NullMarked;
