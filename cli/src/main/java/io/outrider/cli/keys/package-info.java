@NullMarked
package io.outrider.cli.keys;

import org.jspecify.annotations.NullMarked;
