package io.outrider.sandbox.crm;

import java.util.Optional;
import java.util.Set;

/** The kinds of objects and the properties that are defined on each, besides our own that begin with {@code outrider_}. */
enum ObjectType {
    COMPANIES(
            "companies",
            "domain",
            false,
            Set.of(
                    "name",
                    "domain",
                    "industry",
                    "numberofemployees",
                    "description",
                    "city",
                    "state",
                    "country",
                    "zip",
                    "address",
                    "founded_year",
                    "website",
                    "phone",
                    "annualrevenue",
                    "lifecyclestage",
                    "hs_lead_status",
                    "linkedin_company_page",
                    "hubspot_owner_id"),
            Set.of()),
    CONTACTS(
            "contacts",
            "email",
            true,
            Set.of(
                    "email",
                    "firstname",
                    "lastname",
                    "hs_additional_emails",
                    "jobtitle",
                    "phone",
                    "mobilephone",
                    "company",
                    "website",
                    "city",
                    "country",
                    "lifecyclestage",
                    "hs_lead_status",
                    "hubspot_owner_id"),
            Set.of()),
    DEALS(
            "deals",
            "dealname",
            false,
            Set.of("dealname", "dealstage", "pipeline", "amount", "closedate", "hubspot_owner_id", "description"),
            Set.of("dealname")),
    NOTES(
            "notes",
            "",
            false,
            Set.of("hs_note_body", "hs_timestamp", "hubspot_owner_id", "hs_attachment_ids"),
            Set.of("hs_timestamp")),
    TASKS(
            "tasks",
            "",
            false,
            Set.of(
                    "hs_task_subject",
                    "hs_task_body",
                    "hs_task_status",
                    "hs_task_priority",
                    "hs_task_type",
                    "hs_timestamp",
                    "hubspot_owner_id"),
            Set.of("hs_timestamp"));

    private static final String OWN = "outrider_";

    private final String path;
    private final String key;
    private final boolean unique;
    private final Set<String> properties;
    private final Set<String> required;

    ObjectType(String path, String key, boolean unique, Set<String> properties, Set<String> required) {
        this.path = path;
        this.key = key;
        this.unique = unique;
        this.properties = properties;
        this.required = required;
    }

    static Optional<ObjectType> of(String path) {
        for (var type : values()) {
            if (type.path.equals(path)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String path() {
        return path;
    }

    /** The property that a record is looked up by; empty for none. */
    String key() {
        return key;
    }

    /** Whether two records with the same key are refused. */
    boolean isUnique() {
        return unique;
    }

    Set<String> required() {
        return required;
    }

    boolean knows(String property) {
        return property.startsWith(OWN) || properties.contains(property);
    }
}
