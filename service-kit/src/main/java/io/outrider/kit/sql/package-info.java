@NullMarked
package io.outrider.kit.sql;

import org.jspecify.annotations.NullMarked;
