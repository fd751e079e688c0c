package io.outrider.research.reason;

import io.outrider.kit.model.ModelDoor;
import io.outrider.research.brief.Level;
import jakarta.enterprise.context.ApplicationScoped;

/** The researcher for each level. */
@ApplicationScoped
public class Researchers {

    private final RuleResearcher rules;
    private final ModelResearcher model;

    Researchers(ModelDoor door, PageAnalyst analyst) {
        this.rules = new RuleResearcher();
        this.model = new ModelResearcher(rules, door, analyst);
    }

    public Researcher of(Level level) {
        return level.usesModel() ? model : rules;
    }
}
