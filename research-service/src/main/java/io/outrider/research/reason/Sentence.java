package io.outrider.research.reason;

import io.outrider.research.brief.Account;
import io.outrider.research.brief.Snapshot;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of a page's text. Patterns see only it: ^ and $ are its ends. */
record Sentence(Account account, Snapshot page, int start, int end) {

    Matcher matcher(Pattern pattern) {
        return pattern.matcher(page.text()).region(start, end);
    }

    int endOfLine() {
        var newLine = page.text().indexOf('\n', end);
        return newLine < 0 ? page.text().length() : newLine;
    }

    String text() {
        return page.text().substring(start, end);
    }

    /** Whether it speaks of the company itself: by name, or as "we" or "our". */
    boolean isAboutTheCompany() {
        var words = text().toLowerCase(Locale.ROOT);
        return words.contains(account.displayName().toLowerCase(Locale.ROOT))
                || words.startsWith("we ")
                || words.contains(" we ")
                || words.contains("our ")
                || words.contains("company");
    }
}
