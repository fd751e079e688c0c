@NullMarked
package io.outrider.review.audit;

import org.jspecify.annotations.NullMarked;
