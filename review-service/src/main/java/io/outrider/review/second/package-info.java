/**
 * A second person judges again what one person decided, without knowing how. For figures only: nothing here knows of grants, releases or
 * those who wait for a decision.
 */
@NullMarked
package io.outrider.review.second;

import org.jspecify.annotations.NullMarked;
