/** Agents of known quality, reviewed by the gate's own rules: shows what earned autonomy does before anybody relies on it. */
@NullMarked
package io.outrider.review.simulate;

import org.jspecify.annotations.NullMarked;
