package io.outrider.messaging.draft;

import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.material.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands around every message, whoever wrote it: the greeting and the signature. */
public final class Envelope {

    private Envelope() {}

    /** Puts the greeting before and the signature after; the sentences' own paragraphs follow the greeting's. */
    public static List<DraftSentence> around(Material material, List<DraftSentence> sentences) {
        var all = new ArrayList<DraftSentence>();
        all.add(greeting(material));
        int last = 0;
        for (var s : sentences) {
            last = Math.max(last, s.paragraph() + 1);
            all.add(new DraftSentence(s.text(), s.paragraph() + 1, s.claimIds(), s.proofPointIds(), s.part()));
        }
        all.add(signature(material, last + 1));
        return all;
    }

    private static DraftSentence greeting(Material material) {
        var first = material.contact().firstName().strip();
        var text = Sendable.is(first, 40) ? "Hi " + first + "," : "Hello,";
        return new DraftSentence(text, 0, List.of(), List.of(), Part.GREETING);
    }

    /** One sentence of several lines, so that they stand together. */
    private static DraftSentence signature(Material material, int paragraph) {
        var vendor = material.vendor();
        var role = vendor.senderTitle().isBlank() ? vendor.name() : vendor.senderTitle() + ", " + vendor.name();
        var text = Stream.of("Best regards,", vendor.senderName(), role, vendor.postalAddress())
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
        return new DraftSentence(text, paragraph, List.of(), List.of(), Part.SIGNATURE);
    }
}
