/** Between the contract and the domain. */
@NullMarked
package io.outrider.qualify.wire;

import org.jspecify.annotations.NullMarked;
