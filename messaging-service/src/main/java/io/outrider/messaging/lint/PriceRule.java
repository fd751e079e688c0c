package io.outrider.messaging.lint;

import io.outrider.messaging.ground.Support;
import java.util.regex.Pattern;

/** No message names a price or promises a discount: terms are for a person to give. Sums in a cited source may be told. */
final class PriceRule implements LintRule {

    static final Pattern SUM = Pattern.compile(
            "[$€£¥₹]\\s?\\d|\\d\\s?[€£¥₹$]|\\b(?:usd|eur|gbp|chf)\\s?\\d|\\d[\\d,. ]*\\s?(?:k|m|bn|thousand|million|billion)?\\s?(?:usd|eur|gbp|chf|dollars?|euros?)\\b",
            Pattern.CASE_INSENSITIVE);
    static final Pattern TERMS = Pattern.compile(
            "\\b(?:discount(?:s|ed)?|price[sd]?|pricing|half[- ]price|free (?:trial|month|of charge)|for free|money[- ]back"
                    + "|refund|no cost|at cost|per (?:seat|month|user|year)|%\\s*off|percent off|special offer|cheaper|rebate|voucher|coupon)\\b"
                    + "|\\d\\s?%\\s*off\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Needles OF_SUM = Needles.of("$", "€", "£", "¥", "₹", "usd", "eur", "gbp", "chf", "dollar");
    private static final Needles OF_TERMS = Needles.of(
            "discount",
            "price",
            "pricing",
            "free trial",
            "free month",
            "free of charge",
            "for free",
            "money back",
            "money-back",
            "refund",
            "no cost",
            "at cost",
            "per seat",
            "per month",
            "per user",
            "per year",
            "%",
            "percent off",
            "special offer",
            "cheaper",
            "rebate",
            "voucher",
            "coupon");

    @Override
    public void inspect(Inspection message) {
        for (var text : message.texts()) {
            if (!isCarried(message.support(text))) {
                look(message, text);
            }
        }
    }

    private static boolean isCarried(Support support) {
        return support == Support.CLAIM || support == Support.PROOF_POINT;
    }

    private static void look(Inspection message, Text text) {
        var sum = SUM.matcher(text.plain());
        var terms = TERMS.matcher(text.plain());
        if (text.hasDigit() && OF_SUM.anyIn(text.lower()) && sum.find()) {
            report(message, text, sum.group());
        } else if (OF_TERMS.anyIn(text.lower()) && terms.find()) {
            report(message, text, terms.group());
        }
    }

    private static void report(Inspection message, Text text, String found) {
        message.error("PRICE", text.index(), found, "prices and discounts are for a person to give");
    }
}
