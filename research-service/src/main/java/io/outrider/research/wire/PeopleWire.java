package io.outrider.research.wire;

import io.outrider.research.brief.Account;
import io.outrider.research.brief.FieldBasis;
import io.outrider.research.brief.Person;
import io.outrider.research.brief.Seniority;
import io.outrider.type.v1.EmailStatus;

/** Accounts, people and why their fields have their values. */
public final class PeopleWire {

    private PeopleWire() {}

    public static Account toDomain(io.outrider.type.v1.Account wire) {
        return new Account(wire.getDomain(), wire.getName(), wire.getCrmAccountId(), wire.getAttributesMap());
    }

    static io.outrider.type.v1.Account toWire(Account account) {
        return io.outrider.type.v1.Account.newBuilder()
                .setDomain(account.domain())
                .setName(account.name())
                .setCrmAccountId(account.crmAccountId())
                .putAllAttributes(account.attributes())
                .build();
    }

    public static io.outrider.type.v1.Person toWire(Person person) {
        var wire = io.outrider.type.v1.Person.newBuilder()
                .setId(person.id())
                .setFirstName(person.firstName())
                .setLastName(person.lastName())
                .setTitle(person.title())
                .setSeniority(io.outrider.type.v1.Seniority.valueOf(
                        "SENIORITY_" + person.seniority().name()))
                .setDepartment(person.department())
                .setEmail(person.email())
                .setProfileUrl(person.profileUrl())
                .setLocation(person.location());
        if (!person.email().isEmpty()) {
            wire.setEmailStatus(EmailStatus.EMAIL_STATUS_UNVERIFIED);
        }
        person.basis().forEach(basis -> wire.addBasis(toWire(basis)));
        return wire.build();
    }

    static Person toDomain(io.outrider.type.v1.Person wire) {
        return new Person(
                wire.getId(),
                wire.getFirstName(),
                wire.getLastName(),
                wire.getTitle(),
                Seniority.valueOf(wire.getSeniority().name().substring("SENIORITY_".length())),
                wire.getDepartment(),
                wire.getEmail(),
                wire.getProfileUrl(),
                wire.getLocation(),
                wire.getBasisList().stream().map(PeopleWire::toDomain).toList());
    }

    static io.outrider.type.v1.FieldBasis toWire(FieldBasis basis) {
        var wire = io.outrider.type.v1.FieldBasis.newBuilder()
                .setField(basis.field())
                .setReasoning(basis.reasoning())
                .setConfidence(basis.confidence());
        basis.evidence().forEach(evidence -> wire.addEvidence(EvidenceWire.toWireEvidence(evidence)));
        return wire.build();
    }

    private static FieldBasis toDomain(io.outrider.type.v1.FieldBasis wire) {
        return new FieldBasis(
                wire.getField(),
                wire.getEvidenceList().stream().map(EvidenceWire::toDomain).toList(),
                wire.getReasoning(),
                wire.getConfidence());
    }
}
