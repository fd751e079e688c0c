@NullMarked
package io.outrider.kit.security;

import org.jspecify.annotations.NullMarked;
