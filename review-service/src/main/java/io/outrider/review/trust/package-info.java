/** How far agents can be believed: earned autonomy and calibrated confidence. Plain rules; no database. */
@NullMarked
package io.outrider.review.trust;

import org.jspecify.annotations.NullMarked;
