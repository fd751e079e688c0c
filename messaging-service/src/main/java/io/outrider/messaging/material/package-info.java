/** What a message may be made of: the account, the contact, the facts, and what the vendor says of itself. */
@NullMarked
package io.outrider.messaging.material;

import org.jspecify.annotations.NullMarked;
