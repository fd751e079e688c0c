package io.outrider.research.reason;

import io.outrider.research.brief.Account;
import io.outrider.research.brief.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stretch of a page's text. Patterns see only it: ^ and $ are its ends. For one thread. */
final class Sentence {

    private final Account account;
    private final Snapshot page;
    private final int start;
    private final int end;
    private @Nullable String lower;

    Sentence(Account account, Snapshot page, int start, int end) {
        this.account = account;
        this.page = page;
        this.start = start;
        this.end = end;
    }

    Account account() {
        return account;
    }

    Snapshot page() {
        return page;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

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

    /** Whether one of the words, in lower case, stands in it: asking costs a fraction of what a pattern costs. */
    boolean saysAnyOf(List<String> words) {
        for (var word : words) {
            if (lower().contains(word)) {
                return true;
            }
        }
        return false;
    }

    boolean hasDigit() {
        for (int i = start; i < end; i++) {
            var c = page.text().charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether it speaks of the company itself: by name, or as "we" or "our". */
    boolean isAboutTheCompany() {
        return lower().contains(account.displayName().toLowerCase(Locale.ROOT))
                || lower().startsWith("we ")
                || lower().contains(" we ")
                || lower().contains("our ")
                || lower().contains("company");
    }

    private String lower() {
        if (lower == null) {
            lower = text().toLowerCase(Locale.ROOT);
        }
        return lower;
    }
}
