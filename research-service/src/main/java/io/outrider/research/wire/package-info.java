/** Between the generated types and the domain. */
@NullMarked
package io.outrider.research.wire;

import org.jspecify.annotations.NullMarked;
