/** Programs of the gate that run without the service: the CLI starts them from its jar. */
@NullMarked
package io.outrider.review.tool;

import org.jspecify.annotations.NullMarked;
