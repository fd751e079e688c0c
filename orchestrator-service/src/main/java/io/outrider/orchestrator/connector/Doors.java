package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.mail.MailDoor;

/** Every way out that a connector may take, and who keeps two from making the same. Who rehearses closes all of them. */
record Doors(HttpDoor http, MailDoor mail, Making.Shared makings) {}
