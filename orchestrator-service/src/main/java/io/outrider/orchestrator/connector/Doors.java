package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.mail.MailDoor;

/** Every way out that a connector may take. Who rehearses closes all of them. */
record Doors(HttpDoor http, MailDoor mail) {}
