package io.outrider.qualify.library;

import static io.outrider.qualify.fixture.Domain.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outrider.kit.error.InvalidField;
import io.outrider.qualify.rule.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibraryTest {

    private static final Playbook PLAYBOOK = playbook("p", 0);

    @Test
    void needsAPlaybook() {
        assertThatThrownBy(() -> new Library(Map.of(), Map.of(), Map.of(), List.of()))
                .isInstanceOf(InvalidField.class)
                .hasMessage("library.playbooks must hold at least one playbook");
    }

    @Test
    void refusesIdsThatNameNothing() {
        var noProduct = new Playbook("f", "p", "P", "nope", List.of(), List.of(), 0, List.of());
        var noPersona = new Playbook("f", "p", "P", "", List.of("nope"), List.of(), 0, List.of());
        var noSegment = new Playbook("f", "p", "P", "", List.of(), List.of("nope"), 0, List.of());

        assertThatThrownBy(() -> library(noProduct)).hasMessage("f.product_id names no product of the library: nope");
        assertThatThrownBy(() -> library(noPersona)).hasMessage("f.persona_ids names no persona of the library: nope");
        assertThatThrownBy(() -> library(noSegment)).hasMessage("f.segment_ids names no segment of the library: nope");
    }

    @Test
    void refusesAnIdTwice() {
        var products = List.of(new Product("a", "A", List.of()), new Product("a", "B", List.of()));

        assertThatThrownBy(() -> Library.byId(products, Product::id, "library.products"))
                .hasMessage("library.products has the id a twice");
    }

    @Test
    void takesFiveForAnUnsetMinimum() {
        assertThat(PLAYBOOK.minScore()).isEqualTo(5);
        assertThatThrownBy(() -> playbook("p", 11)).hasMessageContaining("f.min_score must be 1 to 10");
    }

    @Test
    void namesEveryBadRuleAtOnce() {
        var segment = new Segment("library.segments[s]", "s", "S", "fact.employee_count >", List.of());
        var product = new Product("a", "A", List.of(rule("nosuch")));
        var library = new Library(Map.of("a", product), Map.of(), Map.of("s", segment), List.of(PLAYBOOK));

        var error = catchThrowableOfType(InvalidField.class, () -> new RuleCheck(new Rules()).check(library));

        assertThat(error.violations())
                .extracting(violation -> violation.field() + " " + violation.problem())
                .containsExactly(
                        "library.q.rule of question q does not compile at 1:1: undeclared reference to 'nosuch'",
                        "library.segments[s].rule of segment s does not compile at 1:22: mismatched input '<EOF>'");
    }

    private static Library library(Playbook playbook) {
        return new Library(Map.of(), Map.of(), Map.of(), List.of(playbook));
    }

    private static Playbook playbook(String id, int minScore) {
        return new Playbook("f", id, "P", "", List.of(), List.of(), minScore, List.of());
    }
}
