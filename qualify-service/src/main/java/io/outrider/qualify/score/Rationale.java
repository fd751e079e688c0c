package io.outrider.qualify.score;

import io.outrider.qualify.question.AnswerValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words which answers moved the score most. The same answers always give the same words. */
public final class Rationale {

    private static final int MOST = 3;

    private static final Comparator<ScoredAnswer> MOVED_MOST = Comparator.comparingInt(
                    (ScoredAnswer scored) -> Math.abs(scored.hundredths()))
            .reversed()
            .thenComparing(scored -> scored.answer().question().id());

    private Rationale() {}

    public static String of(Scorecard card) {
        var words = new StringBuilder();
        if (card.disqualified()) {
            words.append("Disqualified. ").append(sentence("", disqualifiers(card)));
        } else {
            words.append(card.score()).append(" of 10. ");
            words.append(sentence("For it: ", moved(card, 1)));
            words.append(sentence("Against it: ", moved(card, -1)));
        }
        return words.append(open(card)).toString().strip();
    }

    private static List<ScoredAnswer> disqualifiers(Scorecard card) {
        return card.answers().stream()
                .filter(ScoredAnswer::disqualifies)
                .sorted(MOVED_MOST)
                .toList();
    }

    private static List<ScoredAnswer> moved(Scorecard card, int sign) {
        return card.answers().stream()
                .filter(scored -> Integer.signum(scored.hundredths()) == sign)
                .sorted(MOVED_MOST)
                .limit(MOST)
                .toList();
    }

    private static String sentence(String intro, List<ScoredAnswer> answers) {
        if (answers.isEmpty()) {
            return "";
        }
        return intro + answers.stream().map(Rationale::words).collect(Collectors.joining("; ")) + ". ";
    }

    private static String words(ScoredAnswer scored) {
        var answer = scored.answer();
        var says = answer.value() == AnswerValue.YES ? "yes" : "no";
        var because = answer.rationale().strip();
        var reason = because.endsWith(".") ? because.substring(0, because.length() - 1) : because;
        var points =
                scored.hundredths() == 0 ? "" : String.format(Locale.ROOT, "; %+.2f points", scored.contribution());
        return "\"" + answer.question().text().strip() + "\" " + says + " (" + reason + points + ")";
    }

    private static String open(Scorecard card) {
        if (card.answers().isEmpty()) {
            return "No question was asked.";
        }
        var open = card.answers().stream().filter(Recommender::isOpen).count();
        return open == 0 ? "" : open + " of " + card.answers().size() + " questions stay open.";
    }
}
