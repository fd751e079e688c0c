package io.outrider.messaging.material;

import java.util.List;

/** The kind of person the contact is. Id and lists are empty where no persona of the playbook fits. */
public record Persona(String id, String name, List<String> painPoints, List<String> objectives) {

    public static final Persona NONE = new Persona("", "", List.of(), List.of());

    public Persona {
        painPoints = List.copyOf(painPoints);
        objectives = List.copyOf(objectives);
    }
}
