package io.outrider.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.error.InvalidField;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {

    private static final PageToken PLACE = new PageToken(Instant.parse("2026-01-02T03:04:05.678901Z"), "run_a|b");

    @Test
    void findsItsPlaceAgain() {
        assertThat(PageToken.decode(PLACE.encode())).contains(PLACE);
    }

    @Test
    void readsTheEmptyTokenAsTheFirstPage() {
        assertThat(PageToken.decode("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "AAAA", "bm90LWEtdGltZXx4", "MjAyNi0wMS0wMlQwMzowNDowNVo"})
    void refusesWhatItDidNotIssue(String token) {
        assertThatThrownBy(() -> PageToken.decode(token))
                .isInstanceOf(InvalidField.class)
                .hasMessage("page_token was not issued by this service");
    }

    @Test
    void namesTheNextPageOnlyWhereThereIsOne() {
        var size = new PageSize(2);

        assertThat(Page.of(List.of("a", "b"), size, ignored -> PLACE).nextToken())
                .isEmpty();

        var full = Page.of(List.of("a", "b", "c"), size, id -> new PageToken(PLACE.time(), id));
        assertThat(full.rows()).containsExactly("a", "b");
        assertThat(PageToken.decode(full.nextToken()).orElseThrow().id()).isEqualTo("b");
    }

    @Test
    void boundsThePage() {
        assertThat(PageSize.of(0).value()).isEqualTo(50);
        assertThat(PageSize.of(1000).value()).isEqualTo(200);
        assertThat(PageSize.of(7).plusOne()).isEqualTo(8);
        assertThatThrownBy(() -> PageSize.of(-1)).isInstanceOf(InvalidField.class);
    }
}
