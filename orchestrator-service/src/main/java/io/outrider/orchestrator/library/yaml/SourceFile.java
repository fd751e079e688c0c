package io.outrider.orchestrator.library.yaml;

/**
 * One file of a library as the author sent it.
 *
 * @param name only for messages, for example "personas.yaml"
 * @param content YAML 1.2
 */
public record SourceFile(String name, String content) {}
