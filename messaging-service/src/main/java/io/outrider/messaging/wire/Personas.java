package io.outrider.messaging.wire;

import io.outrider.messaging.material.Persona;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.Playbook;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which persona of the playbook the contact is. */
final class Personas {

    private Personas() {}

    /** What qualification decided goes first; else the longest common job title that stands in the contact's, in whole words. */
    static Persona choose(Library library, Playbook playbook, String decided, String title) {
        return byId(library, decided)
                .or(() -> byTitle(library, playbook, title))
                .map(p -> new Persona(p.getId(), p.getName(), p.getPainPointsList(), p.getKeyObjectivesList()))
                .orElse(Persona.NONE);
    }

    private static Optional<io.outrider.type.v1.Persona> byId(Library library, String id) {
        return library.getPersonasList().stream()
                .filter(persona -> persona.getId().equals(id))
                .findFirst();
    }

    private static Optional<io.outrider.type.v1.Persona> byTitle(Library library, Playbook playbook, String title) {
        var wanted = words(title);
        return playbook.getPersonaIdsList().stream()
                .flatMap(id -> byId(library, id).stream())
                .filter(persona -> match(persona, wanted) > 0)
                .max(Comparator.comparingInt(persona -> match(persona, wanted)));
    }

    /** The length of the best title that matches, or 0. */
    private static int match(io.outrider.type.v1.Persona persona, String wanted) {
        return persona.getCommonJobTitlesList().stream()
                .map(Personas::words)
                .filter(common -> !common.isBlank() && wanted.contains(common))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Lower-case words with a space on each side of each. */
    private static String words(String title) {
        return " "
                + title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
