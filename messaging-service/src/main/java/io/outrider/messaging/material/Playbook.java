package io.outrider.messaging.material;

import java.util.List;

/** The play that is run. */
public record Playbook(String id, String name, String angle, List<String> insights) {

    public Playbook {
        insights = List.copyOf(insights);
    }
}
