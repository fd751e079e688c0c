package io.outrider.cli.launch;

import io.outrider.cli.keys.KeyRing;
import io.outrider.cli.postgres.Databases.Login;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables of each service on this machine. What the caller's own environment says stays as it is (the
 * model's key, the CRM's address ...), but with the sandbox every outside address is the sandbox's.
 */
final class Environment {

    private static final String HOST = "127.0.0.1";

    private final SystemState state;
    private final KeyRing keys;

    Environment(SystemState state, KeyRing keys) {
        this.state = state;
        this.keys = keys;
    }

    Map<String, String> of(Part part, @Nullable Login login) {
        var variables = new HashMap<String, String>();
        if (part.isService()) {
            addresses(state.part(part), variables);
            variables.put("OUTRIDER_TOKEN_KEYS", keys.publicTokenKeys().toUri().toString());
        }
        if (login != null) {
            database(login, variables);
        }
        switch (part) {
            case SANDBOX -> {}
            case RESEARCH, QUALIFY, MESSAGING -> agent(variables);
            case REVIEW -> review(variables);
            case ORCHESTRATOR -> orchestrator(variables);
        }
        return variables;
    }

    private static void addresses(PartState own, Map<String, String> variables) {
        variables.put("OUTRIDER_GRPC_HOST", HOST);
        variables.put("OUTRIDER_GRPC_PORT", String.valueOf(own.grpcPort()));
        variables.put("OUTRIDER_HTTP_HOST", HOST);
        variables.put("OUTRIDER_HTTP_PORT", String.valueOf(own.httpPort()));
    }

    private void database(Login login, Map<String, String> variables) {
        variables.put("OUTRIDER_DB_HOST", HOST);
        variables.put("OUTRIDER_DB_PORT", String.valueOf(state.postgresPort()));
        variables.put("OUTRIDER_DB_NAME", login.name());
        variables.put("OUTRIDER_DB_USER", login.name());
        variables.put("OUTRIDER_DB_PASSWORD", login.password());
        if (!login.owner().equals(login.name())) {
            variables.put("OUTRIDER_DB_MIGRATE_USER", login.owner());
            variables.put("OUTRIDER_DB_MIGRATE_PASSWORD", login.ownerPassword());
        }
    }

    private void agent(Map<String, String> variables) {
        if (!state.withSandbox()) {
            return;
        }
        variables.put("OPENAI_BASE_URL", sandbox() + "/v1");
        variables.put("OPENAI_API_KEY", "sandbox");
        variables.put("OUTRIDER_CRAWLER_HOST_OVERRIDES", "*.example=" + HOST + ":" + sandboxPort());
        if (!state.pace().isEmpty()) {
            variables.put("OUTRIDER_CRAWLER_DELAY", state.pace());
        }
    }

    private void review(Map<String, String> variables) {
        var http = state.part(Part.REVIEW).httpPort();
        variables.put("OUTRIDER_GRANT_KEY_FILE", keys.privateGrantKeys().toString());
        variables.put("OUTRIDER_CONSOLE_URL", "http://" + HOST + ":" + http);
    }

    private void orchestrator(Map<String, String> variables) {
        for (var part : Part.services()) {
            if (part != Part.ORCHESTRATOR) {
                variables.put("OUTRIDER_" + part.name() + "_HOST", HOST);
                variables.put(
                        "OUTRIDER_" + part.name() + "_PORT",
                        String.valueOf(state.part(part).grpcPort()));
            }
        }
        variables.put("OUTRIDER_SERVICE_TOKEN_FILE", keys.serviceToken().toString());
        variables.put("OUTRIDER_GRANT_KEYS", keys.publicGrantKeys().toUri().toString());
        variables.put("OUTRIDER_CALLBACK_SECRET", keys.callbackSecret());
        if (state.withSandbox()) {
            variables.put("OUTRIDER_CALLBACK_HOST_OVERRIDES", "callbacks.test=" + HOST + ":" + sandboxPort());
            variables.put("OUTRIDER_CRM_BASE_URL", sandbox());
            variables.put("OUTRIDER_CRM_TOKEN", "sandbox");
            variables.put("OUTRIDER_SEQUENCER_BASE_URL", sandbox() + "/sequencer");
            variables.put("OUTRIDER_SEQUENCER_TOKEN", "sandbox");
            variables.put("OUTRIDER_SLACK_WEBHOOK_URL", sandbox() + "/slack/services/T000/B000/demo");
            variables.put("OUTRIDER_SMTP_HOST", HOST);
            variables.put(
                    "OUTRIDER_SMTP_PORT",
                    String.valueOf(state.part(Part.SANDBOX).extraPort()));
        }
    }

    private String sandbox() {
        return "http://" + HOST + ":" + sandboxPort();
    }

    private int sandboxPort() {
        return state.part(Part.SANDBOX).httpPort();
    }
}
