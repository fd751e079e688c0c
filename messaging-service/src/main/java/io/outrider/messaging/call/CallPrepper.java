package io.outrider.messaging.call;

import io.outrider.messaging.call.Preparation.Question;
import io.outrider.messaging.call.Preparation.Stage;
import io.outrider.messaging.draft.TemplateDrafter;
import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.Grounder;
import io.outrider.messaging.ground.Support;
import io.outrider.messaging.material.Fact;
import io.outrider.messaging.material.Material;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prepares a call from what is known, and lists what is not. */
@ApplicationScoped
public class CallPrepper {

    private static final int MAX_THEMES = 5;
    private static final int MAX_PER_STAGE = 4;

    private final TemplateDrafter drafter;

    CallPrepper(TemplateDrafter drafter) {
        this.drafter = drafter;
    }

    /**
     * @param openQuestions the library's qualifying questions, in plain words
     * @param gaps what research looked for and did not find, or found told in two ways
     */
    public Preparation prepare(Material material, List<String> openQuestions, List<String> gaps) {
        var grounder = new Grounder(material);
        var themes = drafter.remarks(material).stream()
                .map(grounder::ground)
                .filter(theme -> theme.support() == Support.CLAIM)
                .limit(MAX_THEMES)
                .toList();
        var proofs = material.valueProps().stream()
                .flatMap(prop -> prop.proofPointIds().stream())
                .filter(material.proofPoints()::containsKey)
                .distinct()
                .toList();
        return new Preparation(
                CompanyBrief.of(material),
                person(material),
                themes,
                questions(material, themes, openQuestions),
                proofs,
                checklist(material, gaps));
    }

    private static String person(Material material) {
        var contact = material.contact();
        var name = (contact.firstName() + " " + contact.lastName()).strip();
        var who = name.isEmpty() ? "The contact's name is not known" : name;
        var title = contact.title().isBlank() ? "" : ", " + contact.title();
        var persona = material.persona().name();
        var read = persona.isEmpty() ? " No persona of the playbook fits." : " Read as: " + persona + ".";
        return who + title + " at " + material.account().spokenName() + "." + read;
    }

    private static List<Question> questions(Material material, List<GroundedSentence> themes, List<String> open) {
        var questions = new ArrayList<Question>();
        themes.stream()
                .limit(2)
                .map(theme ->
                        new Question(Stage.OPENING, theme.text() + " What is behind it?", List.of(), theme.claimIds()))
                .forEach(questions::add);
        var challenges = material.product().challenges();
        material.persona().painPoints().stream()
                .limit(MAX_PER_STAGE)
                .map(pain -> new Question(
                        Stage.PAIN, "How do you deal with this today: " + pain + "?", challenges, List.of()))
                .forEach(questions::add);
        open.stream()
                .limit(MAX_PER_STAGE)
                .map(question -> new Question(Stage.QUALIFICATION, question, List.of(), List.of()))
                .forEach(questions::add);
        material.persona().objectives().stream()
                .limit(MAX_PER_STAGE)
                .map(goal -> new Question(
                        Stage.FUTURE_STATE,
                        "If you had this a year from now, what would be different: " + goal + "?",
                        material.product().benefits(),
                        List.of()))
                .forEach(questions::add);
        return questions;
    }

    private static List<String> checklist(Material material, List<String> gaps) {
        var lapsed = material.facts().stream()
                .filter(fact -> fact.standing() == Fact.Standing.EXPIRED)
                .map(Fact::predicate)
                .distinct()
                .collect(Collectors.joining(", "));
        var title = material.contact().title().isBlank()
                ? Stream.of("Ask for the contact's role.")
                : Stream.<String>empty();
        var expired = lapsed.isEmpty() ? Stream.<String>empty() : Stream.of("Read again before using: " + lapsed + ".");
        return Stream.of(title, expired, gaps.stream()).flatMap(s -> s).toList();
    }
}
