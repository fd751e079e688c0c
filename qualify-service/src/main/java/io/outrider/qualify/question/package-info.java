/** Qualifying questions and who answers them. */
@NullMarked
package io.outrider.qualify.question;

import org.jspecify.annotations.NullMarked;
