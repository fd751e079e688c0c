/** A HubSpot-shaped CRM. */
@NullMarked
package io.outrider.sandbox.crm;

import org.jspecify.annotations.NullMarked;
