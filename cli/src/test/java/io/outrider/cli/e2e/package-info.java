/** Tests over the real processes: PostgreSQL, the five services, the sandbox. */
@NullMarked
package io.outrider.cli.e2e;

import org.jspecify.annotations.NullMarked;
