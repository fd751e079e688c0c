package io.outrider.research.read;

/** A link as it stands on a page: the reference unresolved, the text that leads to it. */
public record Link(String url, String text) {}
