package io.outrider.orchestrator.rest.agents;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents what an asynchronous question has besides {@link AgentDocument}. */
@Schema(
        name = "AsyncAgentQuestion",
        description = "As AgentQuestion, with the agent's name and where the answer goes.",
        allOf = AgentDocument.class,
        requiredProperties = {"agent", "domain"})
record AsyncDocument(
        @Schema(
                enumeration = {
                    "enrich-company",
                    "enrich-person",
                    "qualify-company",
                    "qualify-person",
                    "sequence",
                    "call-prep",
                    "prospector"
                })
        String agent,

        @Schema(
                description = "Where the answer is posted, signed as Standard Webhooks. A public address by http or "
                        + "https; redirects are not followed. Left out: fetch the answer.",
                examples = "https://api.clay.com/v3/callback/abc")
        String callbackUrl) {}
