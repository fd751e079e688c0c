package io.outrider.orchestrator.library.check;

import com.google.protobuf.Message;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.Playbook;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks that every id a playbook or a trigger names exists. */
final class ReferenceCheck {

    private final Findings findings;

    ReferenceCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Library library) {
        var products = ids(library.getProductsList(), it -> it.getId());
        var personas = ids(library.getPersonasList(), it -> it.getId());
        var segments = ids(library.getSegmentsList(), it -> it.getId());
        var useCases = ids(library.getUseCasesList(), it -> it.getId());
        var competitors = ids(library.getCompetitorsList(), it -> it.getId());
        var proofPoints = ids(library.getProofPointsList(), it -> it.getId());
        var voices = ids(library.getBrandVoicesList(), it -> it.getId());
        for (int i = 0; i < library.getPlaybooksCount(); i++) {
            var playbook = library.getPlaybooks(i);
            var path = "playbooks[" + i + "].";
            one("product", playbook.getProductId(), products, path + "product_id");
            one("brand voice", playbook.getBrandVoiceId(), voices, path + "brand_voice_id");
            many("persona", playbook.getPersonaIdsList(), personas, path + "persona_ids");
            many("segment", playbook.getSegmentIdsList(), segments, path + "segment_ids");
            many("use case", playbook.getUseCaseIdsList(), useCases, path + "use_case_ids");
            many("competitor", playbook.getCompetitorIdsList(), competitors, path + "competitor_ids");
            valueProps(playbook, path, personas, proofPoints);
        }
        triggers(library);
    }

    private void triggers(Library library) {
        var playbooks = ids(library.getPlaybooksList(), it -> it.getId());
        for (int i = 0; i < library.getTriggersCount(); i++) {
            one("playbook", library.getTriggers(i).getPlaybookId(), playbooks, "triggers[" + i + "].playbook_id");
        }
    }

    private void valueProps(Playbook playbook, String path, Set<String> personas, Set<String> proofPoints) {
        for (int i = 0; i < playbook.getValuePropsCount(); i++) {
            var prop = playbook.getValueProps(i);
            var propPath = path + "value_props[" + i + "].";
            one("persona", prop.getPersonaId(), personas, propPath + "persona_id");
            many("proof point", prop.getProofPointIdsList(), proofPoints, propPath + "proof_point_ids");
        }
    }

    private void many(String kind, List<String> ids, Set<String> known, String path) {
        for (int i = 0; i < ids.size(); i++) {
            one(kind, ids.get(i), known, path + "[" + i + "]");
        }
    }

    private void one(String kind, String id, Set<String> known, String path) {
        if (!id.isEmpty() && !known.contains(id)) {
            findings.add(path, "no " + kind + " has the id \"" + Vocabulary.shown(id) + "\"");
        }
    }

    private static <T extends Message> Set<String> ids(List<T> objects, Function<T, String> id) {
        return objects.stream().map(id).collect(Collectors.toSet());
    }
}
