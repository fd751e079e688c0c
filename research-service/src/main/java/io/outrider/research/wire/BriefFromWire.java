package io.outrider.research.wire;

import static io.outrider.kit.time.Timestamps.toInstant;

import io.outrider.research.brief.Brief;
import io.outrider.research.brief.Contradiction;
import io.outrider.research.brief.Hook;
import io.outrider.research.brief.Predicate;
import io.outrider.research.brief.RejectedSource;
import io.outrider.research.brief.Section;
import io.outrider.research.brief.Signal;
import io.outrider.research.brief.Unknown;

/** A stored brief back in the domain. Only ever given what {@link BriefToWire} made. */
public final class BriefFromWire {

    private BriefFromWire() {}

    public static Brief toDomain(io.outrider.type.v1.Brief wire) {
        return new Brief(
                wire.getId(),
                PeopleWire.toDomain(wire.getAccount()),
                toInstant(wire.getCreateTime()),
                toInstant(wire.getExpireTime()),
                Enums.depth(wire.getDepth()),
                wire.getSummary(),
                wire.getSectionsList().stream().map(BriefFromWire::section).toList(),
                wire.getClaimsList().stream().map(EvidenceWire::toDomain).toList(),
                wire.getSignalsList().stream().map(BriefFromWire::signal).toList(),
                wire.getHooksList().stream()
                        .map(hook -> new Hook(hook.getText(), hook.getClaimIdsList(), hook.getFreshnessDays()))
                        .toList(),
                wire.getUnknownsList().stream()
                        .map(unknown -> new Unknown(unknown.getQuestion(), unknown.getWhy()))
                        .toList(),
                wire.getContradictionsList().stream()
                        .map(found -> new Contradiction(
                                Predicate.of(found.getPredicate()).orElseThrow(), found.getClaimIdsList()))
                        .toList(),
                wire.getUsedUrlsList(),
                wire.getRejectedSourcesList().stream()
                        .map(source -> new RejectedSource(source.getUrl(), source.getReason()))
                        .toList(),
                wire.getCoverage(),
                wire.getPeopleList().stream().map(PeopleWire::toDomain).toList(),
                wire.getFabricatedCitations());
    }

    private static Section section(io.outrider.type.v1.BriefSection wire) {
        var kind = Section.Kind.valueOf(wire.getKind().name().substring("SECTION_KIND_".length()));
        return new Section(kind, wire.getMarkdown(), wire.getClaimIdsList());
    }

    private static Signal signal(io.outrider.type.v1.Signal wire) {
        return new Signal(
                wire.getId(),
                wire.getAccountDomain(),
                Signal.Type.valueOf(wire.getType().name().substring("SIGNAL_TYPE_".length())),
                wire.getTopic(),
                wire.getStrength(),
                toInstant(wire.getOccurTime()),
                toInstant(wire.getObserveTime()),
                wire.getEvidenceIdsList(),
                wire.getDedupeKey());
    }
}
