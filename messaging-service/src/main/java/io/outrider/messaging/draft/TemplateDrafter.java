package io.outrider.messaging.draft;

import io.outrider.messaging.material.Material;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes from sentences of our own. What it says varies with what is known; where little is known it says little.
 *
 * <p>Plain Java and no template engine: a sentence is there or not there depending on its evidence, and carries the ids of
 * that evidence. A template would yield text and lose both.
 */
@ApplicationScoped
public class TemplateDrafter implements Drafter {

    @Override
    public Uni<Drafted> draft(Assignment assignment) {
        var draft = write(assignment.material(), assignment.steps());
        return Uni.createFrom().item(new Drafted(draft, Effort.NONE));
    }

    public Draft write(Material material, int steps) {
        var writer = new TemplateWriter(material);
        var messages = new ArrayList<DraftStep>();
        messages.add(writer.first());
        while (messages.size() < steps - 1 && (messages.size() < 2 || writer.hasMore())) {
            messages.add(writer.followUp(messages.size()));
        }
        if (steps > 1) {
            messages.add(writer.last(messages.size()));
        }
        return new Draft(messages, writer.rationale());
    }

    /** What could be said of the account, the most telling first, each with the claims it is made of. */
    public List<DraftSentence> remarks(Material material) {
        var wordings = new Wordings(material.contact().id(), material.voice().bannedPhrases());
        return new Remarks(material, wordings)
                .inOrder().stream()
                        .map(remark -> new DraftSentence(
                                remark.text(), 0, remark.claimIds(), List.of(), DraftSentence.Part.CONTENT))
                        .toList();
    }
}
