/** The verdict, how it is made and where it is kept. */
@NullMarked
package io.outrider.qualify.verdict;

import org.jspecify.annotations.NullMarked;
