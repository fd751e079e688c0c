/** Company and person records made of claims. Domain. */
@NullMarked
package io.outrider.research.enrich;

import org.jspecify.annotations.NullMarked;
