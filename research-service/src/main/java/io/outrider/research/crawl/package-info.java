/** Fetching politely and safely. Domain, but for the adapter to the HTTP client. */
@NullMarked
package io.outrider.research.crawl;

import org.jspecify.annotations.NullMarked;
