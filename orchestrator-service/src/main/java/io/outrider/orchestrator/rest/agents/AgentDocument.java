package io.outrider.orchestrator.rest.agents;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the body that {@link AgentBody} reads. */
@Schema(
        name = "AgentQuestion",
        description = "One account, and a person where the agent is about one; flat. Other keys with single values are "
                + "taken as attributes.",
        requiredProperties = {"domain"})
record AgentDocument(
        @Schema(
                description =
                        "Caller-made, 1 to 128 characters of A-Z a-z 0-9 : _ -. Reuse it when retrying. Or send the "
                                + "header Idempotency-Key. Without either every call is a new one.",
                examples = "clay-row-4711")
        String requestId,

        @Schema(description = "The company's domain; a web address will do. Also companyDomain.", examples = "acme.com")
        String domain,

        String companyName,
        String crmAccountId,
        String firstName,
        String lastName,
        @Schema(description = "Also jobTitle.") String title,

        @Schema(
                description =
                        "enrich-person, qualify-person, sequence and call-prep need it, or firstName and lastName.")
        String email,

        @Schema(description = "Empty: qualification chooses among the library's playbooks.")
        String playbook,

        @Schema(
                description = "Empty means assisted.",
                enumeration = {"rules", "assisted", "guided", "autonomous"})
        String level,

        @Schema(
                description = "How much is read; empty means base.",
                enumeration = {"lite", "base", "core", "pro"})
        String depth,

        @Schema(description = "prospector: titles to look for, in an array or with commas between. Empty: everyone.")
        List<String> titles,

        @Schema(description = "prospector: how many people at most.", minimum = "1", maximum = "50")
        Integer limit,

        @Schema(description = "sequence: how many messages.", minimum = "1", maximum = "8")
        Integer steps,

        @Schema(description = "sequence: BCP 47; empty means en.")
        String language,

        @Schema(description = "Passed on to rules; at most 50.")
        Map<String, String> attributes) {}
