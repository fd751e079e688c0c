package io.outrider.cli.accounts;

/**
 * A line that is not run, and why.
 *
 * @param line where it stands in the file, from 1
 * @param code for programs, for example "INVALID_DOMAIN"
 * @param reason for people, one sentence
 */
public record RefusedLine(int line, String code, String reason) {}
