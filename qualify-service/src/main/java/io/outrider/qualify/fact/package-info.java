/** What research knows of the account, ready to be read by rules. */
@NullMarked
package io.outrider.qualify.fact;

import org.jspecify.annotations.NullMarked;
