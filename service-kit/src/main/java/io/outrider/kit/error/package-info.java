@NullMarked
package io.outrider.kit.error;

import org.jspecify.annotations.NullMarked;
