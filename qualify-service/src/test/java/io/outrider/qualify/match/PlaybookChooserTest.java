package io.outrider.qualify.match;

import static io.outrider.qualify.fixture.Domain.evidence;
import static io.outrider.qualify.fixture.Domain.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.error.InvalidField;
import io.outrider.qualify.library.Library;
import io.outrider.qualify.library.Playbook;
import io.outrider.qualify.library.Segment;
import io.outrider.qualify.question.Evidence;
import io.outrider.qualify.rule.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaybookChooserTest {

    private final PlaybookChooser chooser = new PlaybookChooser(new SegmentMatcher(new Rules()));

    private final Evidence evidence =
            evidence(fact("clm_size", "employee_count", "180"), fact("clm_industry", "industry", "Metal"));

    private final Map<String, Segment> segments = Map.of(
            "metal", segment("metal", "fact.industry == 'Metal'"),
            "mid", segment("mid", "fact.employee_count >= 90"),
            "food", segment("food", "fact.industry == 'Food'"),
            "funded", segment("funded", "fact.funding_round == 'A'"),
            "nameless", segment("nameless", ""));

    @Test
    void takesThePlaybookWithMostMatchingSegments() {
        var choice = choose(playbook("one", "metal", "food"), playbook("two", "food", "metal", "mid"));

        assertThat(choice.playbook().id()).isEqualTo("two");
        assertThat(choice.segmentId()).isEqualTo("metal");
        assertThat(choice.segments()).extracting(Segment::id).containsExactly("metal", "mid");
    }

    @Test
    void takesTheEarlierOfTwoEqualOnes() {
        assertThat(choose(playbook("one", "metal"), playbook("two", "mid"))
                        .playbook()
                        .id())
                .isEqualTo("one");
    }

    @Test
    void prefersAPlaybookForEverybodyToOneForOthers() {
        assertThat(choose(playbook("one", "food"), playbook("all")).playbook().id())
                .isEqualTo("all");
    }

    @Test
    void prefersAnOpenSegmentToOneThatIsRuledOut() {
        var choice = choose(playbook("one", "food"), playbook("two", "funded"));

        assertThat(choice.playbook().id()).isEqualTo("two");
        assertThat(choice.undecided()).isEqualTo(1);
        assertThat(choice.outside()).isTrue();
        assertThat(choice.segmentId()).isEmpty();
    }

    @Test
    void takesNobodyIntoASegmentWithoutARule() {
        assertThat(choose(playbook("one", "nameless")).segments()).isEmpty();
    }

    @Test
    void obeysTheCallersChoice() {
        var library = library(playbook("one", "metal"), playbook("two", "food"));

        var choice = chooser.choose(library, "two", evidence);

        assertThat(choice.playbook().id()).isEqualTo("two");
        assertThat(choice.outside()).isTrue();
    }

    @Test
    void refusesAnUnknownPlaybook() {
        assertThatThrownBy(() -> chooser.choose(library(playbook("one")), "nope", evidence))
                .isInstanceOf(InvalidField.class)
                .hasMessage("playbook_id names no playbook of the library: nope");
    }

    private PlaybookChoice choose(Playbook... playbooks) {
        return chooser.choose(library(playbooks), "", evidence);
    }

    private Library library(Playbook... playbooks) {
        return new Library(Map.of(), Map.of(), segments, Arrays.asList(playbooks));
    }

    private static Segment segment(String id, String rule) {
        return new Segment("library.segments[" + id + "]", id, id, rule, List.of());
    }

    private static Playbook playbook(String id, String... segments) {
        return new Playbook("library.playbooks[" + id + "]", id, id, "", List.of(), List.of(segments), 0, List.of());
    }
}
