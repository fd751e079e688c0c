package io.outrider.review.wire;

import io.outrider.review.v1.AutonomyRule;

/** Earned autonomy, between the wire and the domain. */
final class AutonomyWire {

    private AutonomyWire() {}

    /** 0 means the usual. */
    static io.outrider.review.trust.AutonomyRule toDomain(AutonomyRule rule) {
        var usual = io.outrider.review.trust.AutonomyRule.DEFAULT;
        return new io.outrider.review.trust.AutonomyRule(
                rule.getMinItems() == 0 ? usual.minItems() : rule.getMinItems(),
                orElse(rule.getMinPrecision(), usual.minPrecision()),
                orElse(rule.getConfidence(), usual.confidence()),
                orElse(rule.getSampleRate(), usual.sampleRate()),
                orElse(rule.getAuditRate(), usual.auditRate()),
                rule.getSuspended());
    }

    static AutonomyRule toWire(io.outrider.review.trust.AutonomyRule rule) {
        return AutonomyRule.newBuilder()
                .setMinItems(rule.minItems())
                .setMinPrecision(rule.minPrecision())
                .setConfidence(rule.confidence())
                .setSampleRate(rule.sampleRate())
                .setAuditRate(rule.auditRate())
                .setSuspended(rule.suspended())
                .build();
    }

    private static double orElse(double given, double usual) {
        return given == 0 ? usual : given;
    }
}
