/** Words for one person: the drafters and what they hand over. A draft is untrusted until it has been grounded. */
@NullMarked
package io.outrider.messaging.draft;

import org.jspecify.annotations.NullMarked;
