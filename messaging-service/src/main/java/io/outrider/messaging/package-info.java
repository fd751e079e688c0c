/** Words: sequences and call preparations in which every sentence has something to stand on. */
@NullMarked
package io.outrider.messaging;

import org.jspecify.annotations.NullMarked;
