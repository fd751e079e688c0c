@NullMarked
package io.outrider.kit.id;

import org.jspecify.annotations.NullMarked;
