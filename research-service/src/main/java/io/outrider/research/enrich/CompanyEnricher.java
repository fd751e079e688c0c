package io.outrider.research.enrich;

import io.outrider.research.brief.Brief;
import io.outrider.research.brief.Claim;
import io.outrider.research.brief.FieldBasis;
import io.outrider.research.brief.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Fills a company record from a brief's claims; each field keeps the quotes it rests on. */
public final class CompanyEnricher {

    private final Brief brief;
    private final List<FieldBasis> basis = new ArrayList<>();

    private CompanyEnricher(Brief brief) {
        this.brief = brief;
    }

    /** Empty where the brief has no claim that holds: no source knows the company. */
    public static Optional<CompanyRecord> enrich(Brief brief) {
        return brief.claims().stream().anyMatch(Claim::holds)
                ? Optional.of(new CompanyEnricher(brief).record())
                : Optional.empty();
    }

    private CompanyRecord record() {
        var seat = text(Predicate.HEADQUARTERS, "location");
        var comma = seat.indexOf(',');
        return new CompanyRecord(
                brief.account().domain(),
                brief.account().displayName(),
                "",
                text(Predicate.DESCRIPTION, "description"),
                "https://" + brief.account().domain() + "/",
                text(Predicate.INDUSTRY, "industry"),
                number(Predicate.FOUNDED_YEAR, "founded_year"),
                number(Predicate.EMPLOYEE_COUNT, "employee_count"),
                comma < 0 ? seat : seat.substring(0, comma),
                text(Predicate.COUNTRY_CODE, "location"),
                texts(Predicate.PRODUCT, "specialties"),
                texts(Predicate.TECHNOLOGY, "tech_stack"),
                holding(Predicate.FUNDING_ROUND).stream().map(this::round).toList(),
                basis);
    }

    private CompanyRecord.Round round(Claim claim) {
        because("funding_rounds", claim);
        return Rounds.of(claim);
    }

    private String text(Predicate predicate, String field) {
        var best = holding(predicate).stream().findFirst();
        best.ifPresent(claim -> because(field, claim));
        return best.map(Claim::value).orElse("");
    }

    private List<String> texts(Predicate predicate, String field) {
        var claims = holding(predicate);
        claims.forEach(claim -> because(field, claim));
        return claims.stream().map(Claim::value).toList();
    }

    private OptionalInt number(Predicate predicate, String field) {
        var value = text(predicate, field);
        return value.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }

    private List<Claim> holding(Predicate predicate) {
        return brief.claims().stream()
                .filter(claim -> claim.predicate() == predicate && claim.holds())
                .toList();
    }

    private void because(String field, Claim claim) {
        basis.add(new FieldBasis(
                field,
                claim.evidence(),
                claim.inferred() ? "follows from the quote" : "the page says so",
                claim.confidence()));
    }
}
