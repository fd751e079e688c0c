/** Perception: reads what is public about a company and says only what it can quote. */
@NullMarked
package io.outrider.research;

import org.jspecify.annotations.NullMarked;
