/** Between the contract and the domain. */
@NullMarked
package io.outrider.messaging.wire;

import org.jspecify.annotations.NullMarked;
