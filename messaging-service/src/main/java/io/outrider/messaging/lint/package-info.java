/** Rules over finished messages that code can decide: what must not leave, and what a reviewer should see. */
@NullMarked
package io.outrider.messaging.lint;

import org.jspecify.annotations.NullMarked;
