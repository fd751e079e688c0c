/** The queue's twin in Slack: items as Block Kit messages, decided by buttons. */
@NullMarked
package io.outrider.review.slack;

import org.jspecify.annotations.NullMarked;
