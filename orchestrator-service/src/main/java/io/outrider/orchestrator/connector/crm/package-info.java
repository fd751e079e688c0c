/** HubSpot's CRM: companies, contacts and tasks. */
@NullMarked
package io.outrider.orchestrator.connector.crm;

import org.jspecify.annotations.NullMarked;
