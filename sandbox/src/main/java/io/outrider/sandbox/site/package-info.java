/** Fictional company sites, rendered from data. */
@NullMarked
package io.outrider.sandbox.site;

import org.jspecify.annotations.NullMarked;
