package io.outrider.messaging.material;

/** The company that is written to. */
public record Account(String domain, String name) {

    /** What to call the company in a sentence: its name, or its domain where nobody gave one. */
    public String spokenName() {
        return name.isBlank() ? domain : name;
    }
}
