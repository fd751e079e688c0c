/** What the outside world received: every call, and which of them had an effect. */
@NullMarked
package io.outrider.sandbox.received;

import org.jspecify.annotations.NullMarked;
