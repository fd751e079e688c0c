/** What every simulated endpoint needs: the request as a value, the reply as a value, JSON. */
@NullMarked
package io.outrider.sandbox.http;

import org.jspecify.annotations.NullMarked;
