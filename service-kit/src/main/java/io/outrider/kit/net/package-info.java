/** Which addresses outside may be connected to: one guard for the crawler and for callbacks. */
@NullMarked
package io.outrider.kit.net;

import org.jspecify.annotations.NullMarked;
