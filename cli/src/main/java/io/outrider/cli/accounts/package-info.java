@NullMarked
package io.outrider.cli.accounts;

import org.jspecify.annotations.NullMarked;
