@NullMarked
package io.outrider.cli.client;

import org.jspecify.annotations.NullMarked;
