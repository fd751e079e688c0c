package io.outrider.qualify.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.qualify.library.Persona;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonaMatcherTest {

    private static final List<Persona> PERSONAS = List.of(
            persona("engineering", "VP Engineering", "Head of Engineering"),
            persona("maintenance", "Maintenance Manager", "Head of Maintenance"),
            persona("technology", "CTO"),
            persona("it", "IT Manager"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "VP Engineering                       | UNKNOWN  | engineering",
                "vp of engineering, platform          | UNKNOWN  | engineering",
                "Vice President, Engineering          | UNKNOWN  | engineering",
                "SVP Engineering                      | UNKNOWN  | engineering",
                "Engineering Director                 | UNKNOWN  | engineering",
                "Engineering                          | VP       | engineering",
                "Engineering                          | MANAGER  | -",
                "Engineer                             | UNKNOWN  | -",
                "Senior Maintenance Manager           | UNKNOWN  | maintenance",
                "Maintenance Mgr.                     | UNKNOWN  | maintenance",
                "Maintenance technician               | UNKNOWN  | -",
                "Chief Technology Officer             | UNKNOWN  | technology",
                "Co-CTO & Founder                     | UNKNOWN  | technology",
                "Director of Technology               | UNKNOWN  | -",
                "IT manager                           | UNKNOWN  | it",
                "Facility Manager                     | UNKNOWN  | -",
                "''                                   | UNKNOWN  | -",
            })
    void matchesWholeWordsAndSeniority(String title, Seniority seniority, String expected) {
        var match = PersonaMatcher.match(PERSONAS, title, seniority).map(Persona::id);

        assertThat(match.orElse(null)).isEqualTo(expected);
    }

    @Test
    void prefersTheLongerTitle() {
        var personas = List.of(persona("any", "Manager"), persona("maintenance", "Maintenance Manager"));

        assertThat(PersonaMatcher.match(personas, "Maintenance Manager", Seniority.UNKNOWN))
                .map(Persona::id)
                .contains("maintenance");
    }

    @Test
    void prefersTheEarlierPersonaWhereTwoAreEqual() {
        var personas = List.of(persona("first", "Plant Manager"), persona("second", "Plant Manager"));

        assertThat(PersonaMatcher.match(personas, "Plant Manager", Seniority.UNKNOWN))
                .map(Persona::id)
                .contains("first");
    }

    @Test
    void findsAPersonaAmongThePeopleABriefNames() {
        assertThat(PersonaMatcher.best(PERSONAS, List.of("Welder", "CTO", "Maintenance Manager")))
                .map(Persona::id)
                .contains("maintenance");
        assertThat(PersonaMatcher.best(PERSONAS, List.of("Welder"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Founder & CEO, C_LEVEL",
        "President, C_LEVEL",
        "Vice President Sales, VP",
        "Director of Vice, DIRECTOR",
        "Team lead, MANAGER",
        "Welder, INDIVIDUAL",
    })
    void readsTheSeniorityFromTheTitle(String title, Seniority expected) {
        assertThat(JobTitle.of(title).seniority()).isEqualTo(expected);
    }

    private static Persona persona(String id, String... titles) {
        return new Persona(id, id, List.of(titles), List.of());
    }
}
