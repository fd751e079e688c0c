package io.outrider.orchestrator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleSeniorityTest {

    @ParameterizedTest
    @CsvSource({
        "CEO, C_LEVEL",
        "Chief Revenue Officer, C_LEVEL",
        "Co-Founder & CTO, C_LEVEL",
        "President, C_LEVEL",
        "Managing Director, C_LEVEL",
        "Geschäftsführer, C_LEVEL",
        "Owner, C_LEVEL",
        "CISO, C_LEVEL",
        "Vice President of Operations, VP",
        "SVP Engineering, VP",
        "VP, VP",
        "Vice-President, VP",
        "Director of Quality, DIRECTOR",
        "Head of Plant Engineering, DIRECTOR",
        "Chief of Staff, DIRECTOR",
        "General Manager, DIRECTOR",
        "Produktionsleiter, DIRECTOR",
        "Operations Manager, MANAGER",
        "Team Lead, MANAGER",
        "Shift Supervisor, MANAGER",
        "Product Owner, INDIVIDUAL",
        "Software Engineer, INDIVIDUAL",
        "Executive Assistant to the CEO, INDIVIDUAL",
        "Lead Generation Specialist, INDIVIDUAL",
        "Account Executive, INDIVIDUAL",
        "Scotland Sales, INDIVIDUAL",
        "'', UNSPECIFIED",
    })
    void readsSeniorityFromATitle(String title, String expected) {
        assertThat(TitleSeniority.of(title).name()).isEqualTo("SENIORITY_" + expected);
    }
}
