package io.outrider.research.brief;

/** A page that was not read, and why: "robots.txt disallows it", "404", "private address", "over 2 MiB". */
public record RejectedSource(String url, String reason) {}
