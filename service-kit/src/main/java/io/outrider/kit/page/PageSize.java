package io.outrider.kit.page;

import io.outrider.kit.error.InvalidField;

/** How many rows a caller wants: 0 means 50, more than 200 means 200. */
public record PageSize(int value) {

    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    public static PageSize of(int requested) {
        if (requested < 0) {
            throw new InvalidField("page_size", "must not be negative");
        }
        return new PageSize(requested == 0 ? DEFAULT : Math.min(requested, MAX));
    }

    /** One extra row tells whether another page exists. */
    public int plusOne() {
        return value + 1;
    }
}
