@NullMarked
package io.outrider.kit.thread;

import org.jspecify.annotations.NullMarked;
