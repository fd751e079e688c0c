/** The use cases. */
@NullMarked
package io.outrider.research.app;

import org.jspecify.annotations.NullMarked;
