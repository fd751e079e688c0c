@NullMarked
package io.outrider.review.queue;

import org.jspecify.annotations.NullMarked;
