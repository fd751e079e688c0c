package io.outrider.messaging.wire;

import io.outrider.messaging.material.Account;
import io.outrider.messaging.material.Contact;
import io.outrider.messaging.material.Hook;
import io.outrider.messaging.material.Material;
import io.outrider.messaging.material.Playbook;
import io.outrider.messaging.material.Product;
import io.outrider.messaging.material.ValueProp;
import io.outrider.messaging.material.Vendor;
import io.outrider.messaging.material.Voice;
import io.outrider.messaging.v1.GenerateSequenceRequest;
import io.outrider.messaging.v1.PrepareCallRequest;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a message may be made of, out of a request that has been checked. */
public final class MaterialFromWire {

    private MaterialFromWire() {}

    public static Material of(GenerateSequenceRequest request, Instant now) {
        return of(
                request.getAccount(),
                request.getPerson(),
                request.getBrief(),
                request.getLibrary(),
                request.getPlaybookId(),
                request.getVerdict().getPersonaId(),
                now);
    }

    public static Material of(PrepareCallRequest request, Instant now) {
        return of(
                request.getAccount(),
                request.getPerson(),
                request.getBrief(),
                request.getLibrary(),
                request.getPlaybookId(),
                "",
                now);
    }

    private static Material of(
            io.outrider.type.v1.Account account,
            Person person,
            Brief brief,
            Library library,
            String playbookId,
            String personaId,
            Instant now) {
        var playbook = library.getPlaybooksList().stream()
                .filter(p -> p.getId().equals(playbookId))
                .findFirst()
                .orElseThrow();
        var persona = Personas.choose(library, playbook, personaId, person.getTitle());
        return new Material(
                new Account(account.getDomain(), account.getName()),
                new Contact(person.getId(), person.getFirstName(), person.getLastName(), person.getTitle()),
                FactsFromWire.of(brief, person.getId(), now),
                brief.getHooksList().stream()
                        .map(hook -> new Hook(hook.getText(), hook.getClaimIdsList()))
                        .toList(),
                vendor(library.getVendor()),
                product(library, playbook.getProductId()),
                persona,
                new Playbook(
                        playbook.getId(),
                        playbook.getName(),
                        playbook.getApproachAngle(),
                        playbook.getKeyInsightsList()),
                valueProps(playbook, persona.id()),
                proofPoints(library),
                voice(library, playbook.getBrandVoiceId()),
                brief.getCoverage());
    }

    private static Vendor vendor(io.outrider.type.v1.Vendor vendor) {
        return new Vendor(
                vendor.getName(),
                vendor.getDomain(),
                vendor.getSenderName(),
                vendor.getSenderTitle(),
                vendor.getSenderEmail(),
                vendor.getPostalAddress(),
                vendor.getAllowedLinkHostsList());
    }

    private static Product product(Library library, String id) {
        return library.getProductsList().stream()
                .filter(p -> p.getId().equals(id))
                .findFirst()
                .map(p -> new Product(
                        p.getId(),
                        p.getName(),
                        p.getSummary(),
                        p.getCustomerBenefitsList(),
                        p.getChallengesAddressedList()))
                .orElseGet(() -> new Product("", "", "", List.of(), List.of()));
    }

    /** Those for the persona; where there are none, those for nobody in particular, then all. */
    private static List<ValueProp> valueProps(io.outrider.type.v1.Playbook playbook, String personaId) {
        var byPersona = playbook.getValuePropsList().stream()
                .collect(Collectors.groupingBy(io.outrider.type.v1.ValueProp::getPersonaId));
        var chosen = byPersona.getOrDefault(personaId, byPersona.getOrDefault("", playbook.getValuePropsList()));
        return chosen.stream()
                .map(prop -> new ValueProp(prop.getId(), prop.getText(), prop.getProofPointIdsList()))
                .toList();
    }

    private static Map<String, String> proofPoints(Library library) {
        var texts = new LinkedHashMap<String, String>();
        library.getProofPointsList().forEach(point -> texts.put(point.getId(), point.getText()));
        return texts;
    }

    private static Voice voice(Library library, String id) {
        return library.getBrandVoicesList().stream()
                .filter(v -> v.getId().equals(id))
                .findFirst()
                .map(v -> new Voice(v.getToneList(), v.getBannedPhrasesList(), v.getMaxWordsPerEmail()))
                .orElseGet(() -> new Voice(List.of(), List.of(), Voice.DEFAULT_MAX_WORDS));
    }
}
