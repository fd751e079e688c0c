package io.outrider.orchestrator.library.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.library.check.LibraryCheck.Result;
import io.outrider.orchestrator.library.yaml.Problem;
import io.outrider.orchestrator.library.yaml.SourceFile;
import io.outrider.type.v1.FitType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryCheckTest {

    /** Five lines: what follows begins in line 6. */
    private static final String SOUND = """
            vendor: {name: Acme, domain: acme.example}
            products:
              - {id: crane, name: Crane}
            personas:
              - {id: chief, name: Chief}
            """;

    static List<Arguments> wrong() {
        return List.of(
                wrong("segmnts: []", "6: unknown key \"segmnts\" in Library; did you mean \"segments\"?"),
                wrong("zzzzzzzzzz: []", "6: unknown key \"zzzzzzzzzz\" in Library"),
                wrong("vendor: {name: B}", "6: duplicate key \"vendor\""),
                wrong("segments: none", "6: \"segments\" must be a list (- ...), found a single value"),
                wrong("segments:\n  - just text", "7: \"segments\" must be keys with values, found a single value"),
                wrong("segments: [{id: [a], name: A}]", "6: \"id\" must be text, found a list"),
                wrong("segments:\n  - id: a\n    name: 42", "8: \"name\" must be text, found \"42\"; put it in quotes"),
                wrong(
                        "segments:\n  - {id: a, name: yes}\n  - {id: b, name: true}",
                        "8: \"name\" must be text, found \"true\"; put it in quotes"),
                wrong(
                        "brand_voices:\n  - {id: a, name: A, max_words_per_email: many}",
                        "7: \"max_words_per_email\" must be a whole number, found \"many\""),
                wrong(
                        "brand_voices:\n  - {id: a, name: A, max_words_per_email: 99999999999}",
                        "7: \"max_words_per_email\" must be a whole number, found \"99999999999\""),
                wrong("segments: [{id: Big, name: A}]", "6: the id \"Big\" must match [a-z][a-z0-9_-]{0,62}"),
                wrong("segments:\n  - {id: a, name: A}\n  - {id: a, name: B}", "8: another Segment has the id \"a\""),
                wrong("segments:\n  - {name: A}", "7: Segment has no \"id\""),
                wrong("segments:\n  - {id: a, name: ' '}", "7: \"name\" is empty"),
                wrong(
                        "segments:\n  - id: a\n    name: A\n    rule: fact.employees >",
                        "9: the rule does not compile, line 1, column 17: mismatched input"),
                wrong(
                        "segments:\n  - {id: a, name: A, rule: fct.employees > 5}",
                        "7: the rule does not compile, line 1, column 1: undeclared reference to 'fct'"),
                wrong(
                        "segments:\n  - {id: a, name: A, rule: '1 + 1'}",
                        "7: the rule does not compile, line 1, column 3: expected type 'bool' but found 'int'"),
                wrong(
                        "triggers:\n  - id: t\n    name: T\n    rule: intent >= 70 && kind >= 2",
                        "9: the rule does not compile, line 1, column 17: undeclared reference to 'kind'"),
                wrong(
                        "triggers:\n  - {id: t, name: T, rule: 'intent + 1.0'}",
                        "7: the rule does not compile, line 1, column 8: expected type 'bool' but found 'double'"),
                wrong("triggers:\n  - {id: t, name: T}", "7: Trigger has no \"rule\""),
                wrong(
                        "triggers:\n  - {id: t, name: T, rule: kinds >= 2, playbook_id: x}",
                        "7: no playbook has the id \"x\""),
                wrong(
                        "triggers:\n  - {id: t, name: T, rule: kinds >= 2, cap_per_hour: -1}",
                        "7: -1 is not between 0 and 100,000"),
                wrong("playbooks:\n  - {id: p, name: P, product_id: nope}", "7: no product has the id \"nope\""),
                wrong("playbooks:\n  - {id: p, name: P}", "7: Playbook has no \"product_id\""),
                wrong(
                        "playbooks:\n  - id: p\n    name: P\n    product_id: crane\n    persona_ids:\n      - chief\n      - nobody",
                        "12: no persona has the id \"nobody\""),
                wrong(playbook("segment_ids: [x]"), "10: no segment has the id \"x\""),
                wrong(playbook("brand_voice_id: x"), "10: no brand voice has the id \"x\""),
                wrong(playbook("use_case_ids: [x]"), "10: no use case has the id \"x\""),
                wrong(playbook("competitor_ids: [x]"), "10: no competitor has the id \"x\""),
                wrong(playbook("value_props: [{id: v, text: T, persona_id: x}]"), "10: no persona has the id \"x\""),
                wrong(
                        playbook("value_props: [{id: v, text: T, proof_point_ids: [x]}]"),
                        "10: no proof point has the id \"x\""),
                wrong(
                        playbook("actions: [{type: crm.company.delete}]"),
                        "10: unknown action type \"crm.company.delete\"; known are crm.company.upsert"),
                wrong(
                        playbook("actions: [{type: task.create, when: scor > 5}]"),
                        "10: the rule does not compile, line 1, column 1: undeclared reference to 'scor'"),
                wrong(
                        playbook("actions: [{type: task.create, settings: {days: 3}}]"),
                        "10: \"value\" must be text, found \"3\"; put it in quotes"),
                wrong(
                        playbook(
                                "actions:\n      - type: crm.company.upsert\n        settings:\n          owner: DE=1001"),
                        "13: crm.company.upsert has no setting \"owner\"; it has owners"),
                wrong(
                        playbook("actions:\n      - type: task.create\n        settings:\n          owners: ''"),
                        "13: \"owners\" is empty"),
                wrong(
                        playbook("actions: [{type: crm.contact.upsert, settings: {owners: 'DE=1, Austria=2'}}]"),
                        "10: \"Austria=2\" is no rule such as DE=1001 or *=1009"),
                wrong(
                        playbook("actions: [{type: crm.company.upsert, settings: {owners: 'DE=, *=1009'}}]"),
                        "10: \"DE=\" is no rule such as DE=1001 or *=1009"),
                wrong(
                        playbook("actions: [{type: crm.company.upsert, settings: {owners: 'DE=1, de=2'}}]"),
                        "10: \"DE\" has two owners"),
                wrong(
                        playbook("actions: [{type: task.create, settings: {due_days: soon}}]"),
                        "10: \"soon\" is no number of days between 0 and 999"),
                wrong(
                        playbook("depth: deep"),
                        "10: \"depth\" must be one of lite, base, core, pro".replace("\"depth\"", "\"deep\"")),
                wrong(playbook("level: all"), "10: \"all\" must be one of rules, assisted, guided, autonomous"),
                wrong(playbook("min_score: 11"), "10: 11 is not between 0 and 10"),
                wrong(
                        playbook("step_policies: [{step: reserch}]"),
                        "10: \"reserch\" must be one of research, qualify, draft, propose, act"),
                wrong(
                        playbook("step_policies: [{step: act, on_failure: pray}]"),
                        "10: \"pray\" must be one of retry, continue_partial, halt, review"),
                wrong(playbook("step_policies: [{step: act, attempts: 21}]"), "10: 21 is not between 0 and 20"),
                wrong(playbook("step_policies: [{step: act, attempts: -1}]"), "10: -1 is not between 0 and 20"),
                wrong(playbook("step_policies: [{step: act, deadline_seconds: 61}]"), "10: 61 is not between 0 and 60"),
                wrong(
                        playbook("step_policies: [{step: research, deadline_seconds: 3601}]"),
                        "10: 3601 is not between 0 and 3,600"),
                wrong(
                        playbook("qualifying_questions: [{id: q, question: Q?, fit_type: OKAY, weight: LOW}]"),
                        "10: \"fit_type\" must be one of GOOD, BAD, found \"OKAY\""),
                wrong(
                        playbook("qualifying_questions: [{id: q, question: Q?, fit_type: GOOD}]"),
                        "10: QualifyingQuestion has no \"weight\""),
                wrong(
                        "competitors: [{id: c, name: C, domain: 'https://C.example'}]",
                        "6: \"https://C.example\" is no host name in lower case, such as \"acme.example\""),
                wrong(
                        "proof_points: [{id: c, text: C, source_url: 'javascript:1'}]",
                        "6: \"javascript:1\" is no http or https address"),
                wrong("segments: [{id: a, name: \"A\\u0007\"}]", "6: \"name\" has control characters"),
                wrong(
                        "segments:\n  - {id: a, name: A, description: " + "x".repeat(10_001) + "}",
                        "7: \"description\" is longer than 10,000 characters"),
                wrong("a: &x [1]\nb: *x", "6: anchors (&name) are not allowed", "7: aliases (*name) are not allowed"),
                wrong("---\nvendor: {}", "6: a second document (---) is not allowed"),
                wrong("segments: " + "[".repeat(25) + "]".repeat(25), "6: nested more than 20 deep"),
                wrong("segments: [{id: a", "6: not YAML: "),
                wrong("\tsegments: []", "6: not YAML: "),
                wrong("use_cases: [{id: a, name: A\u0001}]", "6: the character U+0001 is not allowed"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesFileLineAndReason(String more, List<String> expected) {
        var problems = problems(file("library.yaml", SOUND + more));

        assertThat(problems).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(problems.get(i).place() + ": " + problems.get(i).reason())
                    .startsWith("library.yaml:" + expected.get(i));
        }
    }

    @Test
    void tellsAllProblemsOfAllFilesAtOnce() {
        var problems = problems(
                file("b.yaml", "products: [{id: crane}]\nnonsense: 1"), file("a.yaml", "vendor: {name: Acme}"));

        assertThat(problems).extracting(Problem::place).containsExactly("a.yaml:1", "b.yaml:1", "b.yaml:2");
    }

    @Test
    void asksForAVendor() {
        assertThat(problems(file("a.yaml", "products: [{id: crane, name: Crane}]")))
                .containsExactly(new Problem("library", 0, "the library has no \"vendor\""));
    }

    @Test
    void refusesAVendorInTwoFiles() {
        var vendor = "vendor: {name: Acme, domain: acme.example}";

        assertThat(problems(file("a.yaml", vendor), file("b.yaml", "\n" + vendor)))
                .containsExactly(new Problem("b.yaml", 2, "\"vendor\" stands in a.yaml already"));
    }

    @Test
    void refusesTwoFilesOfOneName() {
        assertThat(problems(file("a.yaml", SOUND), file("a.yaml", "")))
                .containsExactly(new Problem("a.yaml", 0, "two files have this name"));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        var problems = problems(file("a.yaml", SOUND), file("b.yaml", "# " + "x".repeat(1024 * 1024)));

        assertThat(problems).containsExactly(new Problem("b.yaml", 1, "the file is larger than 1 MiB"));
    }

    @Test
    void refusesALibraryWithoutFiles() {
        assertThat(problems()).extracting(Problem::reason).contains("there are no files");
    }

    @Test
    void tellsAtMostTwoHundredProblems() {
        var many = new StringBuilder(SOUND);
        for (int i = 0; i < 500; i++) {
            many.append("k").append(i).append(": 1\n");
        }

        var problems = problems(file("a.yaml", many.toString()));

        assertThat(problems).hasSize(201);
        assertThat(problems.getLast().reason()).isEqualTo("300 more problems");
    }

    /** As the steps that evaluate them do: step/When, and the qualify service for segments and questions. */
    @Test
    void comparesNumbersOfDifferentKinds() {
        var rules = file("b.yaml", """
                segments:
                  - {id: tall, name: Tall, rule: "size(facts.height) >= 1.5"}
                playbooks:
                  - id: lift
                    name: Lift
                    product_id: crane
                    persona_ids: [chief]
                    actions: [{type: task.create, when: "score >= 7.5"}]
                """);

        assertThat(problems(file("a.yaml", SOUND), rules)).isEmpty();
    }

    @Test
    void readsASoundLibraryWhateverTheOrderOfItsFiles() {
        var a = file("a.yaml", SOUND);
        var b = file("b.yaml", """
                products:
                  - id: boom
                    name: "42"
                    qualifying_questions:
                      - {id: q1, question: Tall?, fit_type: FIT_TYPE_BAD, weight: HIGH, rule: 'has(fact.height) && fact.height > 3.0'}
                playbooks:
                  - id: lift
                    name: Lift
                    product_id: boom
                    persona_ids: [chief]
                    actions:
                      - {type: sequence.enrol, when: "score >= 7 && tier == 'STRONG'", settings: {sequence_id: s1}}
                """);

        var one = LibraryCheck.check(List.of(a, b));
        var other = LibraryCheck.check(List.of(b, a));

        assertThat(one).isEqualTo(other).isInstanceOfSatisfying(Result.Sound.class, sound -> {
            assertThat(sound.library().getProductsList())
                    .extracting(it -> it.getId())
                    .containsExactly("crane", "boom");
            assertThat(sound.library().getProducts(1).getQualifyingQuestions(0).getFitType())
                    .isEqualTo(FitType.FIT_TYPE_BAD);
            assertThat(sound.library().getPlaybooks(0).getActions(0).getSettingsMap())
                    .containsEntry("sequence_id", "s1");
        });
    }

    private static String playbook(String line) {
        return "playbooks:\n  - id: p\n    name: P\n    product_id: crane\n    " + line;
    }

    private static Arguments wrong(String more, String... expected) {
        return Arguments.of(more, List.of(expected));
    }

    private static SourceFile file(String name, String content) {
        return new SourceFile(name, content);
    }

    private static List<Problem> problems(SourceFile... files) {
        return LibraryCheck.check(List.of(files)) instanceof Result.Unsound(List<Problem> problems)
                ? problems
                : List.of();
    }
}
