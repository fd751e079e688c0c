package io.outrider.sandbox.crm;

import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;

/** A refusal in HubSpot's words. */
final class CrmError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String category;
    private final String property;

    private CrmError(int status, String message, String category, String property) {
        super(message);
        this.status = status;
        this.category = category;
        this.property = property;
    }

    static CrmError unauthenticated() {
        return new CrmError(401, "Authentication credentials not found.", "INVALID_AUTHENTICATION", "");
    }

    static CrmError notFound(String what) {
        return new CrmError(404, "resource not found: " + what, "OBJECT_NOT_FOUND", "");
    }

    static CrmError unknownProperty(String name) {
        return new CrmError(400, "Property \"" + name + "\" does not exist", "VALIDATION_ERROR", name);
    }

    static CrmError invalid(String message) {
        return new CrmError(400, message, "VALIDATION_ERROR", "");
    }

    static CrmError exists(String id) {
        return new CrmError(409, "Contact already exists. Existing ID: " + id, "CONFLICT", "");
    }

    Reply reply() {
        var json = Json.object()
                .put("status", "error")
                .put("message", getMessage())
                .put("correlationId", "sandbox")
                .put("category", category);
        if (!property.isEmpty()) {
            var error = json.putArray("errors").addObject();
            error.put("message", getMessage()).put("code", "PROPERTY_DOESNT_EXIST");
            error.putObject("context").putArray("propertyName").add(property);
        }
        return Json.reply(status, json);
    }
}
