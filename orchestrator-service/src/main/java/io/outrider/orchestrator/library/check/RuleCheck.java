package io.outrider.orchestrator.library.check;

import io.outrider.type.v1.Library;
import io.outrider.type.v1.PlaybookAction;
import io.outrider.type.v1.QualifyingQuestion;
import io.outrider.type.v1.Segment;
import io.outrider.type.v1.Trigger;

/** Checks that every rule of a library compiles. */
final class RuleCheck {

    private final Findings findings;

    RuleCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Library library) {
        Walk.messages(library, "", (message, path) -> {
            switch (message) {
                case Segment it -> compile(RuleLanguage.ACCOUNT, it.getRule(), path + ".rule");
                case QualifyingQuestion it -> compile(RuleLanguage.ACCOUNT, it.getRule(), path + ".rule");
                case PlaybookAction it -> compile(RuleLanguage.ACTION, it.getWhen(), path + ".when");
                case Trigger it -> compile(RuleLanguage.TRIGGER, it.getRule(), path + ".rule");
                default -> {}
            }
        });
    }

    private void compile(RuleLanguage language, String rule, String path) {
        if (!rule.isBlank()) {
            language.problems(rule).forEach(problem -> findings.add(path, problem));
        }
    }
}
