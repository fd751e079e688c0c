/** From text to findings: by rules, or by a model whose quotes are checked. Domain, but for the model's adapter. */
@NullMarked
package io.outrider.research.reason;

import org.jspecify.annotations.NullMarked;
