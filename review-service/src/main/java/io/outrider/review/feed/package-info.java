@NullMarked
package io.outrider.review.feed;

import org.jspecify.annotations.NullMarked;
