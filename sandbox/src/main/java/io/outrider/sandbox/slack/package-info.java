/** A Slack incoming webhook. */
@NullMarked
package io.outrider.sandbox.slack;

import org.jspecify.annotations.NullMarked;
