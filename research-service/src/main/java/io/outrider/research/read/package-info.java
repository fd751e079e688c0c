/** From bytes to text that quotes can be checked against. Domain. */
@NullMarked
package io.outrider.research.read;

import org.jspecify.annotations.NullMarked;
