package io.outrider.research.brief;

/** What was looked for and not found, and why. */
public record Unknown(String question, String why) {}
