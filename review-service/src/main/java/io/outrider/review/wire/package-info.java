@NullMarked
package io.outrider.review.wire;

import org.jspecify.annotations.NullMarked;
