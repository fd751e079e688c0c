package io.outrider.research.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    @ParameterizedTest
    @CsvSource({
        "Zoë Van Damme, '', a.example/zoe-van-damme",
        "Ann Peeters, Ann@A.example, ann@a.example",
        "Jean-Luc O'Neil, '', a.example/jean-luc-o-neil"
    })
    void hasAStableId(String name, String email, String id) {
        assertThat(Person.idOf("a.example", name, email)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "Chief Executive Officer, C_LEVEL",
        "Co-founder and CEO, C_LEVEL",
        "Managing Director, C_LEVEL",
        "VP Operations, VP",
        "Vice President Sales, VP",
        "Head of Maintenance, DIRECTOR",
        "Operations Director, DIRECTOR",
        "Plant Manager, MANAGER",
        "Maintenance Engineer, INDIVIDUAL"
    })
    void readsSeniorityFromTheTitle(String title, Seniority expected) {
        assertThat(Seniority.of(title)).isEqualTo(expected);
    }
}
