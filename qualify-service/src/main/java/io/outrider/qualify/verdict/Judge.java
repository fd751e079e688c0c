package io.outrider.qualify.verdict;

import io.outrider.qualify.library.Persona;
import io.outrider.qualify.library.Product;
import io.outrider.qualify.library.RuleCheck;
import io.outrider.qualify.library.Segment;
import io.outrider.qualify.match.PersonaMatcher;
import io.outrider.qualify.match.PlaybookChoice;
import io.outrider.qualify.match.PlaybookChooser;
import io.outrider.qualify.question.Answers;
import io.outrider.qualify.question.Interview;
import io.outrider.qualify.question.Questionnaire;
import io.outrider.qualify.score.Circumstances;
import io.outrider.qualify.score.Confidence;
import io.outrider.qualify.score.Rationale;
import io.outrider.qualify.score.Recommender;
import io.outrider.qualify.score.Scorecard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Judges one account, or one person at it: picks the playbook, asks its questions, computes the score. */
@ApplicationScoped
public class Judge {

    private final RuleCheck ruleCheck;
    private final PlaybookChooser chooser;
    private final Interview interview;

    public Judge(RuleCheck ruleCheck, PlaybookChooser chooser, Interview interview) {
        this.ruleCheck = ruleCheck;
        this.chooser = chooser;
        this.interview = interview;
    }

    public Uni<Judgement> judge(Case given) {
        ruleCheck.check(given.library());
        var choice = chooser.choose(given.library(), given.playbookId(), given.evidence());
        var persona = persona(given, choice);
        var questions = questions(given, choice, persona).questions();
        return interview
                .ask(questions, given.evidence(), given.mayAskModel())
                .map(answers -> judgement(given, choice, persona, answers));
    }

    private static Optional<Persona> persona(Case given, PlaybookChoice choice) {
        var personas = given.library().personasOf(choice.playbook());
        return given.contact()
                .map(contact -> PersonaMatcher.match(personas, contact.title(), contact.seniority()))
                .orElseGet(() -> PersonaMatcher.best(personas, given.knownTitles()));
    }

    /** A persona's questions are about a person: they are only asked where there is one. */
    private static Questionnaire questions(Case given, PlaybookChoice choice, Optional<Persona> persona) {
        var library = given.library();
        return Questionnaire.of(List.of(
                library.product(choice.playbook().productId())
                        .map(Product::questions)
                        .orElse(List.of()),
                choice.segments().stream().findFirst().map(Segment::questions).orElse(List.of()),
                given.contact()
                        .flatMap(contact -> persona)
                        .map(Persona::questions)
                        .orElse(List.of()),
                choice.playbook().questions()));
    }

    private static Judgement judgement(Case given, PlaybookChoice choice, Optional<Persona> persona, Answers answers) {
        var card = Scorecard.of(answers.list());
        var degraded = answers.effort().degraded();
        var around = new Circumstances(
                choice.playbook().minScore(),
                choice.outside(),
                given.contact().isPresent() && persona.isEmpty(),
                given.contact().map(Contact::emailInvalid).orElse(false),
                degraded,
                given.expiredFacts());
        return new Judgement(
                card,
                Confidence.of(card, degraded),
                Recommender.recommend(card, around),
                Rationale.of(card),
                new Judgement.Fit(
                        choice.playbook().productId(),
                        choice.segmentId(),
                        persona.map(Persona::id).orElse(""),
                        choice.playbook().id()),
                answers.effort());
    }
}
