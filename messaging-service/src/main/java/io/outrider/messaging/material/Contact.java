package io.outrider.messaging.material;

/** The person who is written to. Any part but the id may be empty. */
public record Contact(String id, String firstName, String lastName, String title) {}
