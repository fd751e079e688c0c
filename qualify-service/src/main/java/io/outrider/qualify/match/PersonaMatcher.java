package io.outrider.qualify.match;

import io.outrider.qualify.library.Persona;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which persona a person is, by title and seniority. */
public final class PersonaMatcher {

    /** A title that holds the whole job title beats one of the same rank and field of work. */
    private static final int WHOLE_TITLE = 100;

    private PersonaMatcher() {}

    /**
     * @param seniority as the caller knows it; UNKNOWN: read from the title
     * @return the best match, the earlier persona where two are equal
     */
    public static Optional<Persona> match(List<Persona> personas, String title, Seniority seniority) {
        var person = JobTitle.of(title);
        var rank = seniority == Seniority.UNKNOWN ? person.seniority() : seniority;
        return personas.stream()
                .map(persona -> new Match(persona, strength(persona, person, rank)))
                .filter(match -> match.strength() > 0)
                .reduce((best, next) -> next.strength() > best.strength() ? next : best)
                .map(Match::persona);
    }

    /** The first persona, in the order given, that any of these titles fits. */
    public static Optional<Persona> best(List<Persona> personas, Collection<String> titles) {
        return titles.stream()
                .flatMap(title -> match(personas, title, Seniority.UNKNOWN).stream())
                .min(Comparator.comparingInt(personas::indexOf));
    }

    private static int strength(Persona persona, JobTitle person, Seniority rank) {
        return persona.commonJobTitles().stream()
                .map(JobTitle::of)
                .mapToInt(wanted -> strength(wanted, person, rank))
                .max()
                .orElse(0);
    }

    private static int strength(JobTitle wanted, JobTitle person, Seniority rank) {
        if (person.contains(wanted)) {
            return WHOLE_TITLE + wanted.words().size();
        }
        return wanted.seniority() == rank && person.coversFieldOf(wanted)
                ? wanted.words().size()
                : 0;
    }

    private record Match(Persona persona, int strength) {}
}
