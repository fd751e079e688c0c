package io.outrider.research.wire;

import static io.outrider.kit.time.Timestamps.toInstant;
import static io.outrider.kit.time.Timestamps.toWire;
import static io.outrider.kit.time.Timestamps.toWireOrUnset;

import io.outrider.research.brief.Claim;
import io.outrider.research.brief.ClaimStatus;
import io.outrider.research.brief.Evidence;
import io.outrider.research.brief.Predicate;
import io.outrider.research.brief.Snapshot;
import io.outrider.type.v1.SourceType;
import io.outrider.type.v1.ValueType;

/** Snapshots, evidence and claims. */
public final class EvidenceWire {

    private EvidenceWire() {}

    public static io.outrider.type.v1.Snapshot toWireSnapshot(Snapshot page) {
        var wire = io.outrider.type.v1.Snapshot.newBuilder()
                .setId(page.id())
                .setUrl(page.url())
                .setCanonicalUrl(page.canonicalUrl())
                .setFetchTime(toWire(page.fetchedAt()))
                .setHttpStatus(page.httpStatus())
                .setContentType(page.contentType())
                .setSha256(page.sha256())
                .setTitle(page.title())
                .setPublisher(page.publisher())
                .setLang(page.lang())
                .setText(page.text())
                .setSourceType(
                        SourceType.valueOf("SOURCE_TYPE_" + page.sourceType().name()))
                .setTrust(page.trust())
                .setRobotsAllowed(page.robotsAllowed());
        if (page.publishedAt() != null) {
            wire.setPublishTime(toWireOrUnset(page.publishedAt()));
        }
        return wire.build();
    }

    static io.outrider.type.v1.Evidence toWireEvidence(Evidence evidence) {
        return io.outrider.type.v1.Evidence.newBuilder()
                .setId(evidence.id())
                .setSnapshotId(evidence.snapshotId())
                .setQuote(evidence.quote())
                .setStart(evidence.start())
                .setEnd(evidence.end())
                .setUrl(evidence.url())
                .setTitle(evidence.title())
                .setFetchTime(toWire(evidence.fetchedAt()))
                .build();
    }

    static Evidence toDomain(io.outrider.type.v1.Evidence wire) {
        return new Evidence(
                wire.getId(),
                wire.getSnapshotId(),
                wire.getQuote(),
                wire.getStart(),
                wire.getEnd(),
                wire.getUrl(),
                wire.getTitle(),
                toInstant(wire.getFetchTime()));
    }

    static io.outrider.type.v1.Claim toWireClaim(Claim claim) {
        var wire = io.outrider.type.v1.Claim.newBuilder()
                .setId(claim.id())
                .setSubject(claim.subject())
                .setPredicate(claim.predicate().wireName())
                .setValue(claim.value())
                .setValueType(claim.predicate().isNumber() ? ValueType.VALUE_TYPE_NUMBER : ValueType.VALUE_TYPE_TEXT)
                .setAsOf(toWire(claim.asOf()))
                .setStatus(io.outrider.type.v1.ClaimStatus.valueOf(
                        "CLAIM_STATUS_" + claim.status().name()))
                .setConfidence(claim.confidence())
                .setInferred(claim.inferred())
                .setSupersededBy(claim.supersededBy())
                .setExpireTime(toWire(claim.expiresAt()));
        claim.evidence().forEach(evidence -> wire.addEvidence(toWireEvidence(evidence)));
        return wire.build();
    }

    static Claim toDomain(io.outrider.type.v1.Claim wire) {
        return new Claim(
                wire.getId(),
                wire.getSubject(),
                Predicate.of(wire.getPredicate()).orElseThrow(),
                wire.getValue(),
                toInstant(wire.getAsOf()),
                wire.getEvidenceList().stream().map(EvidenceWire::toDomain).toList(),
                ClaimStatus.valueOf(wire.getStatus().name().substring("CLAIM_STATUS_".length())),
                wire.getConfidence(),
                wire.getInferred(),
                wire.getSupersededBy(),
                toInstant(wire.getExpireTime()));
    }
}
