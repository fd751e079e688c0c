package io.outrider.research.wire;

import io.outrider.kit.time.Timestamps;
import io.outrider.research.brief.Brief;
import io.outrider.research.brief.Section;
import io.outrider.research.brief.Signal;
import io.outrider.research.brief.Work;
import io.outrider.type.v1.BriefSection;
import io.outrider.type.v1.Contradiction;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Hook;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Party;
import io.outrider.type.v1.RejectedSource;
import io.outrider.type.v1.SectionKind;
import io.outrider.type.v1.SignalType;
import io.outrider.type.v1.Unknown;

/** A brief and the work behind it, as messages. */
public final class BriefToWire {

    private BriefToWire() {}

    public static io.outrider.type.v1.Brief toWire(Brief brief) {
        var wire = header(brief);
        brief.sections().forEach(section -> wire.addSections(section(section)));
        brief.claims().forEach(claim -> wire.addClaims(EvidenceWire.toWireClaim(claim)));
        brief.people().forEach(person -> wire.addPeople(PeopleWire.toWire(person)));
        return wire.build();
    }

    /** Without claims, sections and people. */
    public static io.outrider.type.v1.Brief toWireHeader(Brief brief) {
        return header(brief).build();
    }

    private static io.outrider.type.v1.Brief.Builder header(Brief brief) {
        var wire = io.outrider.type.v1.Brief.newBuilder()
                .setId(brief.id())
                .setAccount(PeopleWire.toWire(brief.account()))
                .setCreateTime(Timestamps.toWire(brief.createdAt()))
                .setExpireTime(Timestamps.toWire(brief.expiresAt()))
                .setDepth(Depth.valueOf("DEPTH_" + brief.depth().name()))
                .setSummary(brief.summary())
                .setCoverage(brief.coverage())
                .setFabricatedCitations(brief.fabricatedCitations())
                .addAllUsedUrls(brief.usedUrls());
        brief.signals().forEach(signal -> wire.addSignals(signal(signal)));
        brief.hooks()
                .forEach(hook -> wire.addHooks(Hook.newBuilder()
                        .setText(hook.text())
                        .addAllClaimIds(hook.claimIds())
                        .setFreshnessDays(hook.freshnessDays())));
        brief.unknowns()
                .forEach(unknown -> wire.addUnknowns(
                        Unknown.newBuilder().setQuestion(unknown.question()).setWhy(unknown.why())));
        brief.contradictions()
                .forEach(contradiction -> wire.addContradictions(Contradiction.newBuilder()
                        .setPredicate(contradiction.predicate().wireName())
                        .addAllClaimIds(contradiction.claimIds())));
        brief.rejectedSources()
                .forEach(source -> wire.addRejectedSources(
                        RejectedSource.newBuilder().setUrl(source.url()).setReason(source.reason())));
        return wire;
    }

    private static BriefSection section(Section section) {
        return BriefSection.newBuilder()
                .setKind(SectionKind.valueOf("SECTION_KIND_" + section.kind().name()))
                .setMarkdown(section.markdown())
                .addAllClaimIds(section.claimIds())
                .build();
    }

    private static io.outrider.type.v1.Signal signal(Signal signal) {
        return io.outrider.type.v1.Signal.newBuilder()
                .setId(signal.id())
                .setAccountDomain(signal.domain())
                .setParty(Party.PARTY_THIRD)
                .setType(SignalType.valueOf("SIGNAL_TYPE_" + signal.type().name()))
                .setTopic(signal.topic())
                .setStrength(signal.strength())
                .setOccurTime(Timestamps.toWire(signal.occurredAt()))
                .setObserveTime(Timestamps.toWire(signal.observedAt()))
                .setHalfLifeDays(signal.type().halfLifeDays())
                .setSource("research")
                .addAllEvidenceIds(signal.evidenceIds())
                .setDedupeKey(signal.dedupeKey())
                .build();
    }

    public static io.outrider.type.v1.Work toWire(Work work) {
        var model = work.model();
        return io.outrider.type.v1.Work.newBuilder()
                .setLevel(Level.valueOf("LEVEL_" + work.level().name()))
                .setDegraded(!work.degradedReasons().isEmpty())
                .addAllDegradedReasons(work.degradedReasons())
                .addAllModels(model.models())
                .addAllPromptVersions(model.promptVersions())
                .setPartial(!work.partialReasons().isEmpty())
                .addAllPartialReasons(work.partialReasons())
                .setCost(Cost.newBuilder()
                        .setMicroUsd(model.microUsd())
                        .setPromptTokens(model.promptTokens())
                        .setCompletionTokens(model.completionTokens())
                        .setModelCalls(model.calls())
                        .setPagesFetched(work.pagesFetched()))
                .build();
    }
}
