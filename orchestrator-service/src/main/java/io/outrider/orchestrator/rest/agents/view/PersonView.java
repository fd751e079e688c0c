package io.outrider.orchestrator.rest.agents.view;

import io.outrider.type.v1.Person;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as enrichment found them. */
@RegisterForReflection
@Schema(name = "Person", description = "A person as enrichment found them. Null: nothing supports a value.")
public record PersonView(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String title,
        @Nullable String seniority,
        @Nullable String department,
        @Nullable String profileUrl,
        @Nullable String email,
        @Nullable String emailStatus,
        @Nullable String phone,
        @Nullable String location,
        @Nullable String companyDomain,
        List<BasisView> basis) {

    public static PersonView of(Person person, String domain) {
        return new PersonView(
                Plain.text(person.getFirstName()),
                Plain.text(person.getLastName()),
                Plain.text(person.getTitle()),
                Plain.word(person.getSeniority()),
                Plain.text(person.getDepartment()),
                Plain.text(person.getProfileUrl()),
                Plain.text(person.getEmail()),
                Plain.word(person.getEmailStatus()),
                Plain.text(person.getPhone()),
                Plain.text(person.getLocation()),
                Plain.text(domain),
                BasisView.of(person.getBasisList()));
    }
}
