package io.outrider.messaging.ground;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides whether a sentence that cites nothing is free of anything that could be false. */
record OpinionRule(Known known) {

    static final Pattern PAST =
            Pattern.compile("(?i)\\blast (?:week|month|quarter|year|spring|summer|autumn|fall|winter)\\b");
    static final Pattern EARLIER_CONTACT = Pattern.compile(
            "(?i)\\bour (?:last |recent |first )?(?:call|chat|conversation|meeting"
                    + "|talk|discussion)\\b|\\byour (?:reply|call|order|email|mail|message|request|interest)\\b"
                    + "|\\b(?:as|like) (?:we |you )?(?:discussed|agreed|promised|asked|requested)\\b|\\bwe (?:met|spoke|talked|agreed)\\b");
    private static final Set<String> WEEKDAYS = Stream.of("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
            .flatMap(day -> Stream.of(day + "day", day + "days"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern MEETING = Pattern.compile(
            "(?i)\\b(?:chat|talk|call|conversation|meet|spare|speak|compare|walk|look|time|exchange|discuss)\\b");
    private static final BigDecimal LONGEST_CALL_MINUTES = BigDecimal.valueOf(60);

    /** What could be false in it, in words for a reviewer; empty where nothing could. */
    String problem(Reading reading) {
        var plain = reading.plain();
        if (Forms.isGreeting(plain)) {
            return reading.words().stream().skip(1).allMatch(this::isContact) ? "" : "it greets somebody else";
        }
        if (!Forms.isQuestion(plain) && !Forms.isView(plain)) {
            return "it asserts something and cites nothing that carries it";
        }
        var lower = plain.toLowerCase(Locale.ROOT);
        if (mayTellOfPast(lower) && PAST.matcher(plain).find()) {
            return "it tells of the past and cites nothing";
        }
        if (mayTellOfContact(lower) && EARLIER_CONTACT.matcher(plain).find()) {
            return "it speaks of a contact that nobody recorded";
        }
        for (var quote : reading.quotes()) {
            if (!known.library().quotes(quote)) {
                return "nothing says \"" + quote + "\"";
            }
        }
        for (var quantity : reading.quantities()) {
            if (!isMinutesOfACall(quantity, plain)) {
                return "it states a figure and cites nothing";
            }
        }
        for (var word : reading.words()) {
            if (couldBeFalse(word)) {
                return "it says \"" + word.text() + "\" and cites nothing";
            }
        }
        return "";
    }

    /** {@link #PAST} needs it. */
    static boolean mayTellOfPast(String lower) {
        return lower.contains("last ");
    }

    /** {@link #EARLIER_CONTACT} needs one of these. */
    static boolean mayTellOfContact(String lower) {
        return lower.contains("our ") || lower.contains("we ") || lower.contains("as ") || lower.contains("like ");
    }

    private boolean isContact(Word word) {
        return known.contact().names(word) || WordList.isNeutral(word) || isTimeOfDay(word);
    }

    private static boolean isTimeOfDay(Word word) {
        return switch (word.stem()) {
            case "morn", "afternoon", "day", "there" -> true;
            default -> false;
        };
    }

    private boolean couldBeFalse(Word word) {
        if (word.isForeign()) {
            return !known.names(word);
        }
        if (WordList.isWeighty(word)) {
            return !known.library().names(word);
        }
        if (WEEKDAYS.contains(word.lower())) {
            return false;
        }
        boolean name = word.looksLikeName() && !Carriers.isPlainNeutral(word) && !WordList.isAsking(word);
        boolean libraryWord = word.opening() && known.library().says(word);
        return name && !libraryWord && !known.names(word);
    }

    private static boolean isMinutesOfACall(Quantity quantity, String plain) {
        return quantity.figure().isPlain()
                && quantity.figure().amount().compareTo(LONGEST_CALL_MINUTES) <= 0
                && !quantity.following().isEmpty()
                && quantity.following().getFirst().stem().startsWith("minut")
                && MEETING.matcher(plain).find();
    }
}
