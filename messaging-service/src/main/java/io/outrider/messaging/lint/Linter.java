package io.outrider.messaging.lint;

import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.material.Material;
import java.util.ArrayList;
import java.util.List;

/** Runs every rule over every message of a sequence. */
public final class Linter {

    private final List<LintRule> rules;

    public Linter(Material material) {
        rules = List.of(
                new UnknownFactRule(),
                new MergeFieldRule(),
                new CharacterRule(),
                new SubjectLineRule(),
                new LengthRule(material.voice().maxWords()),
                new PriceRule(),
                new LinkRule(LinkPolicy.of(material)),
                new BannedPhraseRule(material.voice().bannedPhrases()),
                new ToneRule());
    }

    /** Findings in the order of the messages. */
    public List<Finding> inspect(List<GroundedStep> steps) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < steps.size(); i++) {
            var message = new Inspection(i, steps.get(i));
            rules.forEach(rule -> rule.inspect(message));
            findings.addAll(message.findings());
        }
        return List.copyOf(findings);
    }
}
