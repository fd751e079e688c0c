package io.outrider.orchestrator.rest;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the body that {@link StartBody} reads. */
@Schema(
        name = "StartRun",
        description = "One account, flat. Other keys with single values are taken as attributes;"
                + " callbackUrl and agent, which are for agents only, are refused.",
        requiredProperties = {"domain"})
record StartDocument(
        @Schema(
                description = "Caller-made, 1 to 128 characters of A-Z a-z 0-9 : _ -. Reuse it when retrying. "
                        + "Or send the header Idempotency-Key.",
                examples = "clay-row-4711")
        String requestId,

        @Schema(description = "The company's domain; a web address will do.", examples = "ferrocraft.example")
        String domain,

        @Schema(examples = "Ferrocraft GmbH") String companyName,

        @Schema(description = "The company's id in your CRM.")
        String crmAccountId,

        @Schema(examples = "Mara") String firstName,
        @Schema(examples = "Lind") String lastName,
        @Schema(examples = "VP Operations") String title,
        @Schema(examples = "mara.lind@ferrocraft.example") String email,

        @Schema(description = "Empty: qualification chooses among the library's playbooks.")
        String playbook,

        @Schema(
                description = "Empty means the playbook's.",
                enumeration = {"rules", "assisted", "guided", "autonomous"})
        String level,

        @Schema(
                description = "How far research goes. Empty means the playbook's.",
                enumeration = {"lite", "base", "core", "pro"})
        String depth,

        @Schema(description = "Left out: the newest.") Long libraryRevision,

        @Schema(description = "Proposes and acts on nothing.")
        boolean shadow,

        @Schema(description = "Passed on to rules and CRM fields; at most 50.")
        Map<String, String> attributes) {}
