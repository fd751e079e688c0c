package io.outrider.orchestrator.rest.agents.view;

import io.outrider.type.v1.Person;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** People at one company. */
@RegisterForReflection
@Schema(name = "Prospects", description = "People at one company whose titles match.")
public record ProspectsView(String companyDomain, int count, List<PersonView> contacts) {

    public static ProspectsView of(List<Person> people, String domain) {
        return new ProspectsView(
                domain,
                people.size(),
                people.stream().map(person -> PersonView.of(person, domain)).toList());
    }
}
