/** Which segment, playbook and persona fit. */
@NullMarked
package io.outrider.qualify.match;

import org.jspecify.annotations.NullMarked;
