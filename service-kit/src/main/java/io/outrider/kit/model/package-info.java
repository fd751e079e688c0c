@NullMarked
package io.outrider.kit.model;

import org.jspecify.annotations.NullMarked;
