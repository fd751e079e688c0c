@NullMarked
package io.outrider.cli.run;

import org.jspecify.annotations.NullMarked;
