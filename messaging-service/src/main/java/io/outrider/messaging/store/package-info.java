/** What was answered, kept as it was sent: for repeats, for revisions, and for what became of it. */
@NullMarked
package io.outrider.messaging.store;

import org.jspecify.annotations.NullMarked;
