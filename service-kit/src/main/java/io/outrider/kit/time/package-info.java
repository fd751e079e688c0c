@NullMarked
package io.outrider.kit.time;

import org.jspecify.annotations.NullMarked;
