@NullMarked
package io.outrider.cli.output;

import org.jspecify.annotations.NullMarked;
