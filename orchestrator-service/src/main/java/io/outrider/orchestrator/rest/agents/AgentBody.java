package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.orchestrator.intake.AccountIntake;
import io.outrider.orchestrator.intake.AccountIntake.Checked;
import io.outrider.orchestrator.rest.FlatBody;
import io.outrider.type.v1.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Reads and checks what an agent is asked. Keys that no agent knows become the account's attributes. */
@ApplicationScoped
class AgentBody {

    private static final int MOST_PEOPLE = 50;
    private static final int MOST_STEPS = 8;
    private static final int LONGEST_LANGUAGE = 35;

    private static final Set<String> KNOWN = Set.of(
            "agent",
            "callbackUrl",
            "requestId",
            "domain",
            "companyDomain",
            "companyName",
            "crmAccountId",
            "firstName",
            "lastName",
            "title",
            "jobTitle",
            "email",
            "playbook",
            "level",
            "depth",
            "titles",
            "limit",
            "steps",
            "language",
            "attributes");

    private final AccountIntake intake;

    AgentBody(AccountIntake intake) {
        this.intake = intake;
    }

    /** @throws InvalidField with the key that is wrong */
    AgentAsk read(AgentKind agent, FlatBody json) {
        var checked = switch (intake.check(json.account(KNOWN), json.person())) {
            case Checked.Accepted ok -> ok;
            case Checked.Refused no -> throw new InvalidField(field(no.code()), no.message());
        };
        var ask = new AgentAsk(
                agent,
                checked.account(),
                checked.person(),
                json.level(),
                json.depth(),
                json.text("playbook"),
                json.texts("titles"),
                json.number("limit", 1, MOST_PEOPLE),
                json.number("steps", 1, MOST_STEPS),
                Check.atMost(json.text("language"), LONGEST_LANGUAGE, "language"));
        needPerson(ask);
        return ask;
    }

    private static void needPerson(AgentAsk ask) {
        switch (ask.agent()) {
            case ENRICH_PERSON, QUALIFY_PERSON, SEQUENCE, CALL_PREP ->
                Check.that(
                        !ask.person().equals(Person.getDefaultInstance()),
                        "email",
                        "must be given, or firstName and lastName: this agent is about a person");
            case ENRICH_COMPANY, QUALIFY_COMPANY, PROSPECTOR -> {}
        }
    }

    private static String field(String code) {
        return code.equals("INVALID_EMAIL") ? "email" : code.endsWith("DOMAIN") ? "domain" : "body";
    }
}
