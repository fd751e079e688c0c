@NullMarked
package io.outrider.kit.json;

import org.jspecify.annotations.NullMarked;
