@NullMarked
package io.outrider.cli.command;

import org.jspecify.annotations.NullMarked;
