/** The same accounts worked out twice, without effects, and where the two differ. */
@NullMarked
package io.outrider.cli.compare;

import org.jspecify.annotations.NullMarked;
