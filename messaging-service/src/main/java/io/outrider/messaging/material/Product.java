package io.outrider.messaging.material;

import java.util.List;

/** What is sold. */
public record Product(String id, String name, String summary, List<String> benefits, List<String> challenges) {

    public Product {
        benefits = List.copyOf(benefits);
        challenges = List.copyOf(challenges);
    }
}
