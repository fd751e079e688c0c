package io.outrider.research.reason;

import io.outrider.research.brief.Snapshot;
import java.util.List;

/** Reads by patterns. Knows less than a model, and never says what is not there. */
public final class RuleResearcher implements Researcher {

    private final List<Rule> rules = RuleBook.rules();
    private final SentenceScanner scanner = new SentenceScanner();

    public RuleResearcher() {
        for (int bit = 0; bit < rules.size(); bit++) {
            for (var word : rules.get(bit).triggers()) {
                scanner.trigger(word, bit);
            }
        }
    }

    @Override
    public Research research(Dossier dossier) {
        var found = new Findings();
        dossier.pages().forEach(page -> page(dossier, page, found));
        return Research.byRules(found.all(), found.people());
    }

    private void page(Dossier dossier, Snapshot page, Findings found) {
        PageRules.read(dossier.account(), page, found);
        scanner.scan(page.text(), (start, end, mask) -> {
            var sentence = new Sentence(dossier.account(), page, start, end);
            if (Instructions.in(sentence)) {
                return;
            }
            for (var rest = mask; rest != 0; rest &= rest - 1) {
                rules.get(Long.numberOfTrailingZeros(rest)).read(sentence, found);
            }
        });
    }
}
