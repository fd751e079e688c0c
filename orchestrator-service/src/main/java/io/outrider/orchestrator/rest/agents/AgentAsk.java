package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.id.Sha256;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/**
 * What an agent is asked.
 *
 * @param person the default instance where nobody was named
 * @param playbook empty lets qualification choose
 * @param titles of the people to find; empty for everyone
 * @param limit of people to find; 0 for the agent's own
 * @param steps of a sequence; 0 for the agent's own
 * @param lang BCP 47; empty for the agent's own
 */
record AgentAsk(
        AgentKind agent,
        Account account,
        Person person,
        Level level,
        Depth depth,
        String playbook,
        List<String> titles,
        int limit,
        int steps,
        String lang) {

    /** Equal for equal questions. Protos of equal content print equally here: their only map is printed by its keys. */
    byte[] sha256() {
        var text = String.join(
                "\u0000",
                agent.word(),
                account.toBuilder().clearAttributes().build().toString(),
                new TreeMap<>(account.getAttributesMap()).toString(),
                person.toString(),
                level.name(),
                depth.name(),
                playbook,
                titles.toString(),
                limit + "/" + steps,
                lang);
        return Sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
