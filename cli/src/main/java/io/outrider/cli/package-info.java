@NullMarked
package io.outrider.cli;

import org.jspecify.annotations.NullMarked;
