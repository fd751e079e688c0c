/** PostgreSQL. */
@NullMarked
package io.outrider.research.store;

import org.jspecify.annotations.NullMarked;
