package io.outrider.research.brief;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The vocabulary of claims: what can be said about a company, how long it holds, and the question it answers. */
public enum Predicate {
    DESCRIPTION(Kind.TEXT, Life.OTHER, Depth.LITE, "What does the company do?"),
    INDUSTRY(Kind.TEXT, Life.OTHER, Depth.LITE, "Which industry is it in?"),
    EMPLOYEE_COUNT(Kind.NUMBER, Life.HEADCOUNT, Depth.LITE, "How many people does it employ?"),
    HEADQUARTERS(Kind.TEXT, Life.OTHER, Depth.LITE, "Where is it based?"),
    COUNTRY_CODE(Kind.TEXT, Life.OTHER, Depth.BASE, "Which country is it in?"),
    FOUNDED_YEAR(Kind.NUMBER, Life.OTHER, Depth.LITE, "When was it founded?"),
    FUNDING_ROUND(Kind.TEXTS, Life.FUNDING, Depth.BASE, "Has it raised money?"),
    FUNDING_AMOUNT_USD(Kind.NUMBER, Life.FUNDING, Depth.CORE, "How much money has it raised?"),
    TECHNOLOGY(Kind.TEXTS, Life.OTHER, Depth.BASE, "Which technology does it use?"),
    OPEN_ROLES(Kind.NUMBER, Life.NEWS, Depth.BASE, "How many roles are open?"),
    HIRING_FOR(Kind.TEXTS, Life.NEWS, Depth.BASE, "Which roles is it hiring for?"),
    LEADER(Kind.TEXTS, Life.OTHER, Depth.BASE, "Who leads it?"),
    CUSTOMER(Kind.TEXTS, Life.OTHER, Depth.BASE, "Who are its customers?"),
    PRODUCT(Kind.TEXTS, Life.OTHER, Depth.LITE, "What does it sell?"),
    NEWS(Kind.TEXTS, Life.NEWS, Depth.BASE, "What is new?"),
    CERTIFICATION(Kind.TEXTS, Life.OTHER, Depth.CORE, "Which certifications does it hold?"),
    OFFICE(Kind.TEXTS, Life.OTHER, Depth.CORE, "Where are its offices?"),
    COMPETITOR(Kind.TEXTS, Life.OTHER, Depth.PRO, "Whom does it compete with?"),
    CONTACT_EMAIL(Kind.TEXT, Life.OTHER, Depth.PRO, "How can it be reached?");

    private static final Map<String, Predicate> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Predicate::wireName, Function.identity()));

    private final String wireName = name().toLowerCase(Locale.ROOT);
    private final Kind kind;
    private final Life life;
    private final Depth askedFrom;
    private final String question;

    Predicate(Kind kind, Life life, Depth askedFrom, String question) {
        this.kind = kind;
        this.life = life;
        this.askedFrom = askedFrom;
        this.question = question;
    }

    public static Optional<Predicate> of(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** As it stands in a claim, for example {@code employee_count}. */
    public String wireName() {
        return wireName;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** Whether a company can have several of it at once. */
    public boolean isMany() {
        return kind == Kind.TEXTS;
    }

    /** How long the fact may be used after it was read. */
    public Duration life() {
        return life.duration;
    }

    public boolean askedAt(Depth depth) {
        return depth.covers(askedFrom);
    }

    public String question() {
        return question;
    }

    private enum Kind {
        TEXT,
        TEXTS,
        NUMBER
    }

    private enum Life {
        NEWS(7),
        HEADCOUNT(30),
        FUNDING(90),
        OTHER(30);

        private final Duration duration;

        Life(int days) {
            this.duration = Duration.ofDays(days);
        }
    }
}
