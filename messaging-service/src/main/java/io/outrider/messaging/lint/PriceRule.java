package io.outrider.messaging.lint;

import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.Support;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** No message names a price or promises a discount: terms are for a person to give. Sums in a cited source may be told. */
final class PriceRule implements LintRule {

    private static final Pattern SUM = Pattern.compile(
            "[$€£¥₹]\\s?\\d|\\d\\s?[€£¥₹$]|\\b(?:usd|eur|gbp|chf)\\s?\\d|\\d[\\d,. ]*\\s?(?:k|m|bn|thousand|million|billion)?\\s?(?:usd|eur|gbp|chf|dollars?|euros?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TERMS = Pattern.compile(
            "\\b(?:discount(?:s|ed)?|price[sd]?|pricing|half[- ]price|free (?:trial|month|of charge)|for free|money[- ]back"
                    + "|refund|no cost|at cost|per (?:seat|month|user|year)|%\\s*off|percent off|special offer|cheaper|rebate|voucher|coupon)\\b"
                    + "|\\d\\s?%\\s*off\\b",
            Pattern.CASE_INSENSITIVE);

    /** {@link #TERMS} needs one of these. */
    private static final List<String> NEEDLES = List.of(
            "discount",
            "pri",
            "half",
            "free",
            "money",
            "refund",
            "cost",
            "per",
            "%",
            "offer",
            "cheaper",
            "rebate",
            "voucher",
            "coupon");

    private static boolean isWorthALook(String lower) {
        return NEEDLES.stream().anyMatch(lower::contains);
    }

    @Override
    public void inspect(Inspection message) {
        look(message, Finding.WHOLE_STEP, message.subject(), false);
        for (int i = 0; i < message.sentences().size(); i++) {
            var sentence = message.sentences().get(i);
            look(message, i, sentence.text(), isCarried(sentence));
        }
    }

    private static boolean isCarried(GroundedSentence sentence) {
        return sentence.support() == Support.CLAIM || sentence.support() == Support.PROOF_POINT;
    }

    private static void look(Inspection message, int index, String text, boolean carried) {
        if (carried) {
            return;
        }
        var plain = Plain.of(text);
        var lower = plain.toLowerCase(Locale.ROOT);
        for (var pattern : new Pattern[] {SUM, TERMS}) {
            var possible = pattern == SUM ? plain.chars().anyMatch(Character::isDigit) : isWorthALook(lower);
            var match = pattern.matcher(plain);
            if (possible && match.find()) {
                message.error("PRICE", index, match.group(), "prices and discounts are for a person to give");
                return;
            }
        }
    }
}
