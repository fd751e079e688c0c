@NullMarked
package io.outrider.cli.launch;

import org.jspecify.annotations.NullMarked;
