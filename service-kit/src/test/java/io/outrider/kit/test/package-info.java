/** What the tests of every service share: a real PostgreSQL, tokens, and readers of errors. */
@NullMarked
package io.outrider.kit.test;

import org.jspecify.annotations.NullMarked;
