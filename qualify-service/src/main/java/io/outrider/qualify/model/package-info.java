/** Questions in plain English, asked of a language model. What it answers is checked here. */
@NullMarked
package io.outrider.qualify.model;

import org.jspecify.annotations.NullMarked;
