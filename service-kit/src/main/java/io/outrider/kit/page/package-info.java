@NullMarked
package io.outrider.kit.page;

import org.jspecify.annotations.NullMarked;
