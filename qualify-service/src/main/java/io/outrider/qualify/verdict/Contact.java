package io.outrider.qualify.verdict;

import io.outrider.qualify.match.Seniority;

/**
 * The person a verdict is asked about.
 *
 * @param seniority UNKNOWN: read it from the title
 * @param emailInvalid the address is known to be dead
 */
public record Contact(String title, Seniority seniority, boolean emailInvalid) {}
