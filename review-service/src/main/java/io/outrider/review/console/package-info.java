@NullMarked
package io.outrider.review.console;

import org.jspecify.annotations.NullMarked;
