package io.outrider.messaging.ground;

import io.outrider.messaging.material.Material;
import io.outrider.messaging.material.ValueProp;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a message may name without a claim.
 *
 * @param contact the names of the person written to
 * @param reader the names of the account and the contact
 * @param sender the names of the vendor, its sender and the product
 * @param parties both
 * @param library the words that the vendor's own library uses of the persona's work and the product
 * @param signatureLines lines that a signature may consist of
 */
record Known(Source contact, Source reader, Source sender, Source parties, Source library, Set<String> signatureLines) {

    /** A library changes seldom, and every draft of a playbook asks for the same words of it. */
    private static final KnownTexts LIBRARIES = new KnownTexts(256);

    private static final KnownTexts SENDERS = new KnownTexts(256);

    static Known of(Material material) {
        var contact = material.contact();
        var account = material.account();
        var vendor = material.vendor();
        var person = Source.of(List.of(contact.firstName(), contact.lastName()));
        var reader = person.and(Source.of(List.of(account.name(), account.domain(), contact.title())));
        var sender = SENDERS.of(List.of(
                vendor.name(),
                vendor.domain(),
                vendor.senderName(),
                vendor.senderTitle(),
                material.product().name()));
        return new Known(person, reader, sender, reader.and(sender), library(material), signatureLines(material));
    }

    private static Source library(Material material) {
        var product = material.product();
        var persona = material.persona();
        var lists = Stream.of(
                        persona.painPoints(),
                        persona.objectives(),
                        product.benefits(),
                        product.challenges(),
                        material.playbook().insights(),
                        material.valueProps().stream().map(ValueProp::text).toList())
                .flatMap(List::stream);
        var singles =
                Stream.of(persona.name(), product.summary(), material.playbook().angle());
        return LIBRARIES.of(Stream.concat(lists, singles).toList());
    }

    private static Set<String> signatureLines(Material material) {
        var vendor = material.vendor();
        var lines = new HashSet<>(List.of(
                vendor.senderName(),
                vendor.senderTitle(),
                vendor.senderEmail(),
                vendor.name(),
                vendor.domain(),
                vendor.postalAddress(),
                vendor.senderTitle() + ", " + vendor.name()));
        lines.remove("");
        return lines;
    }

    Source parties(Side side) {
        return switch (side) {
            case READER -> reader;
            case SENDER -> sender;
        };
    }

    boolean names(Word word) {
        return parties.names(word) || library.names(word);
    }
}
