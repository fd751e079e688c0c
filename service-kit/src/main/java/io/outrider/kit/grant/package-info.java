@NullMarked
package io.outrider.kit.grant;

import org.jspecify.annotations.NullMarked;
