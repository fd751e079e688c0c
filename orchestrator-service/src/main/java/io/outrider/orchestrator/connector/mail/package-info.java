/** Mail by SMTP, with what bulk senders are asked for. */
@NullMarked
package io.outrider.orchestrator.connector.mail;

import org.jspecify.annotations.NullMarked;
