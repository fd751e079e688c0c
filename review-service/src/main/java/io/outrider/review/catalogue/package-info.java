@NullMarked
package io.outrider.review.catalogue;

import org.jspecify.annotations.NullMarked;
