package io.outrider.review.catalogue;

import static io.outrider.review.catalogue.Reversibility.IRREVERSIBLE;
import static io.outrider.review.catalogue.Reversibility.REVERSIBLE;

import io.outrider.kit.error.Check;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that can be asked for. What is not in here cannot be granted. */
public final class Catalogue {

    private static final List<ActionType> ALL = List.of(
            new ActionType(
                    "crm.company",
                    Verb.UPSERT,
                    "Writes fields of one company in the CRM, and creates it where it is missing.",
                    REVERSIBLE,
                    100,
                    List.of("crm.objects.companies.write"),
                    "Writes the values back that stood before."),
            new ActionType(
                    "crm.contact",
                    Verb.UPSERT,
                    "Writes fields of one contact in the CRM, and creates it where it is missing.",
                    REVERSIBLE,
                    100,
                    List.of("crm.objects.contacts.write"),
                    "Writes the values back that stood before."),
            new ActionType(
                    "crm.deal",
                    Verb.UPDATE,
                    "Moves a deal to another stage or fills in fields of ours. Never its price, discount or terms.",
                    REVERSIBLE,
                    20,
                    List.of("crm.objects.deals.write"),
                    "Writes the values back that stood before, where they still stand as written."),
            new ActionType("email", Verb.SEND, "Sends one email.", IRREVERSIBLE, 10, List.of("email.send"), ""),
            new ActionType(
                    "sequence",
                    Verb.ENROL,
                    "Enrols a person in a sequence of messages.",
                    IRREVERSIBLE,
                    10,
                    List.of("automation.sequences.enrollments.write"),
                    ""),
            new ActionType(
                    "slack.message",
                    Verb.POST,
                    "Posts a note to a channel of the vendor's own Slack.",
                    IRREVERSIBLE,
                    1000,
                    List.of("incoming-webhook"),
                    ""),
            new ActionType(
                    "task",
                    Verb.CREATE,
                    "Creates a task for a person of the vendor.",
                    REVERSIBLE,
                    100,
                    List.of("crm.objects.tasks.write"),
                    "Marks the task as cancelled."),
            new ActionType(
                    "webhook",
                    Verb.POST,
                    "Posts a document to a URL that the workspace has registered.",
                    IRREVERSIBLE,
                    100,
                    List.of("webhook.post"),
                    ""));

    private static final Map<String, ActionType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ActionType::name, Function.identity()));

    private Catalogue() {}

    /** By name. */
    public static List<ActionType> all() {
        return ALL;
    }

    /** @param token the name that the page before ended with; empty for the first page */
    public static Page<ActionType> page(PageSize size, String token) {
        Check.that(token.isEmpty() || BY_NAME.containsKey(token), "page_token", "was not issued by this service");
        var rest = ALL.stream().filter(type -> type.name().compareTo(token) > 0).toList();
        var shown = rest.subList(0, Math.min(size.value(), rest.size()));
        return new Page<>(shown, shown.size() < rest.size() ? shown.getLast().name() : "");
    }

    public static Optional<ActionType> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
