@NullMarked
package io.outrider.review.grant;

import org.jspecify.annotations.NullMarked;
