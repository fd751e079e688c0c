package io.outrider.orchestrator.rest;

import java.util.Map;

/** The JSON names of fields that the use cases know by their proto paths. */
final class FieldNames {

    private static final Map<String, String> JSON = Map.ofEntries(
            Map.entry("request_id", "requestId"),
            Map.entry("account", "domain"),
            Map.entry("account.domain", "domain"),
            Map.entry("account.name", "companyName"),
            Map.entry("account.crm_account_id", "crmAccountId"),
            Map.entry("account.attributes", "attributes"),
            Map.entry("person", "email"),
            Map.entry("person.email", "email"),
            Map.entry("person.first_name", "firstName"),
            Map.entry("person.last_name", "lastName"),
            Map.entry("person.title", "title"),
            Map.entry("options.playbook_id", "playbook"),
            Map.entry("options.level", "level"),
            Map.entry("options.depth", "depth"),
            Map.entry("options.library_revision", "libraryRevision"),
            Map.entry("playbook_id", "playbook"),
            Map.entry("library.playbooks", "playbook"),
            Map.entry("max_results", "limit"),
            Map.entry("step_count", "steps"),
            Map.entry("lang", "language"),
            Map.entry("callback_url", "callbackUrl"),
            Map.entry("page_size", "limit"),
            Map.entry("page_token", "cursor"),
            Map.entry("states", "state"),
            Map.entry("run_id", "runId"));

    private FieldNames() {}

    static String json(String path) {
        return JSON.getOrDefault(path, path);
    }
}
