package io.outrider.orchestrator.library.yaml;

/**
 * One thing wrong with a library.
 *
 * @param line from 1; 0 where no line is to blame, as for a file too many
 * @param reason in words the author can act on
 */
public record Problem(String file, int line, String reason) {

    /** "personas.yaml:12", as editors and terminals link it. */
    public String place() {
        return file + ":" + line;
    }
}
