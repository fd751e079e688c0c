/** Many items of a kind, decided together after a sample of them was read. */
@NullMarked
package io.outrider.review.batch;

import org.jspecify.annotations.NullMarked;
