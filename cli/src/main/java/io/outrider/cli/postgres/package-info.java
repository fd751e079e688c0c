@NullMarked
package io.outrider.cli.postgres;

import org.jspecify.annotations.NullMarked;
