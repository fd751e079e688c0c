/** What is known of an account: pages, quotes, claims and the brief made of them. Domain. */
@NullMarked
package io.outrider.research.brief;

import org.jspecify.annotations.NullMarked;
