@NullMarked
package io.outrider.review;

import org.jspecify.annotations.NullMarked;
