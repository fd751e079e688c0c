package io.outrider.kit.page;

import java.util.List;
import java.util.function.Function;

/** Some rows, and the token of the next page: empty on the last one. */
public record Page<T>(List<T> rows, String nextToken) {

    public Page {
        rows = List.copyOf(rows);
    }

    /** @param rows up to {@link PageSize#plusOne()} of them, newest first. */
    public static <T> Page<T> of(List<T> rows, PageSize size, Function<T, PageToken> place) {
        if (rows.size() <= size.value()) {
            return new Page<>(rows, "");
        }
        var shown = rows.subList(0, size.value());
        return new Page<>(shown, place.apply(shown.getLast()).encode());
    }
}
