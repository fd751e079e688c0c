package io.outrider.research.reason;

import java.util.List;

/** Looks for one kind of fact in one sentence. */
interface Rule {

    /** In lower case; a sentence with none of them is not shown to the rule. */
    List<String> triggers();

    void read(Sentence sentence, Findings found);
}
