package io.outrider.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsColumnsAndShowsNoEscapeSequences() {
        var table = new Table("NAME", "AGE").row("Ann\u001b[31m", 7).row("Bo", 12);

        assertThat(table.lines()).containsExactly("NAME      AGE", "Ann [31m  7", "Bo        12");
    }

    @Test
    void cutsLongText() {
        assertThat(Table.clean("x".repeat(100))).hasSize(60).endsWith("…");
    }
}
