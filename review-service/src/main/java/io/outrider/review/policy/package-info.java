@NullMarked
package io.outrider.review.policy;

import org.jspecify.annotations.NullMarked;
