package io.outrider.review.console;

import io.quarkus.qute.TemplateData;

/**
 * One line of what a run has spent.
 *
 * @param name for example "Research"
 * @param value for example "2.1 s, $0.0123, 3 pages"
 */
@TemplateData
record EffortRow(String name, String value) {}
