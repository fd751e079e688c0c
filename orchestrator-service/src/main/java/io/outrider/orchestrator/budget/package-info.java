/** Budgets: what runs may spend on models in a day, reserved before and settled after. */
@NullMarked
package io.outrider.orchestrator.budget;

import org.jspecify.annotations.NullMarked;
