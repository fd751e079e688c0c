package io.outrider.review.console;

import io.outrider.review.console.ItemContent.Finding;
import io.outrider.review.console.ItemContent.Section;
import io.outrider.review.console.ItemContent.Step;
import io.outrider.review.policy.Wording;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.LintSeverity;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.SequenceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What an item would do, made of one version of its proposal. */
final class ItemContents {

    private static final int MOST_SECTIONS = 40;
    private static final String PARAGRAPHS = "\\R\\s*\\R";

    private final Proposal proposal;
    private final String payload;
    private final Optional<Proposal> before;
    private final Map<String, String> typed;
    private final Facts facts;

    /**
     * @param before the generated version to compare with
     * @param typed what a reviewer typed and nobody accepted, by field
     */
    ItemContents(Proposal proposal, Optional<Proposal> before, Map<String, String> typed) {
        this.proposal = proposal;
        this.payload = proposal.getPayload().toStringUtf8();
        this.before = before;
        this.typed = typed;
        this.facts = new Facts(proposal);
    }

    ItemContent of(Wording wording) {
        var messages = proposal.getStepsCount() > 0;
        return new ItemContent(
                messages ? steps() : List.of(),
                messages ? List.of() : PayloadText.fields(proposal.getActionType(), payload),
                typed.getOrDefault("payload", payload),
                messages
                        ? List.of()
                        : before.map(b -> Diff.between(b.getPayload().toStringUtf8(), payload))
                                .orElse(List.of()),
                lint(wording),
                facts.all());
    }

    private List<Step> steps() {
        var sent = PayloadText.messages(payload);
        var old = before.map(b -> PayloadText.messages(b.getPayload().toStringUtf8()));
        return IntStream.range(0, proposal.getStepsCount())
                .mapToObj(i -> {
                    var step = proposal.getSteps(i);
                    var own = new PayloadText.Message(step.getSubject(), step.getBody());
                    var now = i < sent.size() ? sent.get(i) : own;
                    return step(i, step, now, old.filter(all -> i < all.size()).map(all -> all.get(i)));
                })
                .toList();
    }

    private Step step(int i, SequenceStep step, PayloadText.Message now, Optional<PayloadText.Message> was) {
        return new Step(
                i + 1,
                i,
                step.getDayOffset() == 0 ? "at once" : "day " + step.getDayOffset(),
                Texts.words(step.getChannel().name(), "CHANNEL_"),
                typed.getOrDefault("subject-" + i, now.subject()),
                sections(i, step, now.body()),
                was.map(old -> Diff.between(old.subject(), now.subject())).orElse(List.of()),
                was.map(old -> Diff.between(old.body(), now.body())).orElse(List.of()));
    }

    /** By paragraph; a text of very many paragraphs is edited as one. */
    private List<Section> sections(int i, SequenceStep step, String body) {
        var texts = body.strip().split(PARAGRAPHS, -1);
        if (texts.length > MOST_SECTIONS) {
            var lines = step.getSentencesList().stream().map(facts::line).toList();
            var name = "body-" + i;
            var text = typed.getOrDefault(name, body);
            return List.of(new Section(name, "Text", text, PayloadText.rows(text), lines));
        }
        var last = step.getSentencesList().stream()
                .mapToInt(Sentence::getParagraph)
                .max()
                .orElse(-1);
        var sections = new ArrayList<Section>();
        for (int p = 0; p < Math.max(texts.length, last + 1); p++) {
            var paragraph = p;
            var name = "body-" + i + "-" + p;
            var text = typed.getOrDefault(name, p < texts.length ? texts[p].strip() : "");
            var lines = step.getSentencesList().stream()
                    .filter(sentence -> sentence.getParagraph() == paragraph)
                    .map(facts::line)
                    .toList();
            sections.add(new Section(name, "Paragraph " + (p + 1), text, PayloadText.rows(text), lines));
        }
        return sections;
    }

    /** The code's own finding has no entry in the proposal's lint: it is about the two not being the same text. */
    private List<Finding> lint(Wording wording) {
        var findings = new ArrayList<Finding>();
        var errors = 0;
        for (var finding : proposal.getLintList()) {
            errors += finding.getSeverity() == LintSeverity.LINT_SEVERITY_ERROR ? 1 : 0;
            findings.add(new Finding(
                    Texts.words(finding.getSeverity().name(), "LINT_SEVERITY_"),
                    finding.getRule(),
                    finding.getMessage(),
                    finding.getExcerpt()));
        }
        if (wording.errors() > errors) {
            findings.add(new Finding(
                    "error", "TEXT_DIFFERS", "What would be sent is not what was checked sentence by sentence", ""));
        }
        return findings;
    }
}
