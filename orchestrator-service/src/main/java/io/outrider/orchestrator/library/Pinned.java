package io.outrider.orchestrator.library;

import io.outrider.type.v1.Library;

/**
 * One revision of a workspace's library. Never changes.
 *
 * @param sha256 lower-case hex, of the library's canonical form
 */
public record Pinned(long revision, Library library, String sha256) {}
