package io.outrider.orchestrator.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Names the REST API in its OpenAPI document. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Outrider",
                        version = "2",
                        description =
                                "Start runs and look at them, from Clay, n8n, Zapier or your own code. Everything else is gRPC.",
                        license = @License(name = "Apache-2.0")))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A token of your identity provider with roles and a workspace.")
public class RestApplication extends Application {}
