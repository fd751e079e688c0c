package io.outrider.messaging.ground;

import java.math.BigDecimal;

/**
 * A number that a text states.
 *
 * @param unit "%" for a share, an ISO 4217 code for money, else empty
 * @param amount in whole units, without trailing zeros, so that equal figures are equal
 */
record Figure(BigDecimal amount, String unit) {

    static final String SHARE = "%";

    Figure {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    boolean isPlain() {
        return unit.isEmpty();
    }
}
