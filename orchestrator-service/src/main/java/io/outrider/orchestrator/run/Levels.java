package io.outrider.orchestrator.run;

import io.outrider.type.v1.Level;
import io.outrider.type.v1.Playbook;
import java.util.Locale;

/** The levels that playbooks say. */
public final class Levels {

    /** Of a playbook that says none, and of what is asked before a playbook is chosen. */
    public static final Level USUAL = Level.LEVEL_ASSISTED;

    private Levels() {}

    public static Level of(Playbook playbook) {
        var word = playbook.getLevel();
        return word.isEmpty() ? USUAL : Level.valueOf("LEVEL_" + word.toUpperCase(Locale.ROOT));
    }
}
