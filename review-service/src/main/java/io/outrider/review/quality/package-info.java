/** How well the review itself works: figures only, read from what was opened and decided. Changes nothing. */
@NullMarked
package io.outrider.review.quality;

import org.jspecify.annotations.NullMarked;
