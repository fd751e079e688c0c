package io.outrider.review.console;

import java.util.regex.Pattern;

/** Where a person goes on after signing in: a page of the console and nowhere else. */
final class ReturnTo {

    private static final Pattern PAGE =
            Pattern.compile("/(?:[a-z]+(?:/[A-Za-z0-9:_-]+)*)?(?:\\?[A-Za-z0-9_=&.%+:-]*)?");
    private static final int LONGEST = 500;

    private ReturnTo() {}

    static String of(String wanted) {
        var fits = wanted.length() <= LONGEST && PAGE.matcher(wanted).matches();
        return fits && !wanted.startsWith("/sign") ? wanted : "/";
    }
}
