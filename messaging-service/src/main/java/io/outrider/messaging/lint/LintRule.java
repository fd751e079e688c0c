package io.outrider.messaging.lint;

/** One rule. It keeps nothing between messages. */
interface LintRule {

    void inspect(Inspection message);
}
