package io.outrider.research.reason;

import io.outrider.research.brief.Snapshot;
import java.util.List;

/** Reads by patterns. Knows less than a model, and never says what is not there. */
public final class RuleResearcher implements Researcher {

    private static final int ORDER_BIT = 63;
    private static final long ORDER = 1L << ORDER_BIT;

    private final List<Rule> rules = RuleBook.rules();
    private final SentenceScanner scanner = new SentenceScanner();

    public RuleResearcher() {
        for (int bit = 0; bit < rules.size(); bit++) {
            for (var word : rules.get(bit).triggers()) {
                scanner.trigger(word, bit);
            }
        }
        Instructions.TRIGGERS.forEach(word -> scanner.trigger(word, ORDER_BIT));
    }

    @Override
    public Research research(Dossier dossier) {
        var found = new Findings();
        dossier.pages().forEach(page -> page(dossier, page, found));
        return Research.byRules(found.all(), found.people());
    }

    private void page(Dossier dossier, Snapshot page, Findings found) {
        PageRules.read(dossier.account(), page, found);
        var ordersUntil = new int[1];
        scanner.scan(page.text(), (start, end, mask) -> {
            var sentence = new Sentence(dossier.account(), page, start, end);
            if ((mask & ORDER) != 0 && Instructions.in(sentence)) {
                ordersUntil[0] = sentence.endOfLine();
            }
            if (start < ordersUntil[0]) {
                return;
            }
            for (var rest = mask & ~ORDER; rest != 0; rest &= rest - 1) {
                rules.get(Long.numberOfTrailingZeros(rest)).read(sentence, found);
            }
        });
    }
}
