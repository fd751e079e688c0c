/** What to know and ask before a call, made by rules. */
@NullMarked
package io.outrider.messaging.call;

import org.jspecify.annotations.NullMarked;
