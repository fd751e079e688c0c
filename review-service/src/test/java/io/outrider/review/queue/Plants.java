package io.outrider.review.queue;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.outrider.review.fixture.Gate;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Account;
import java.util.HashSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Brings known-bad copies into a gate's queue the way that they come there: beside real proposals. */
public final class Plants {

    private static final int ORIGINALS = Planting.LEAST_TO_COPY + 5;
    private static final double RATE = 0.03;

    private final Gate gate;
    private final BiFunction<String, Integer, Proposal.Builder> kind;
    private int next;

    private Plants(Gate gate, BiFunction<String, Integer, Proposal.Builder> kind) {
        this.gate = gate;
        this.kind = kind;
    }

    /** A gate that has accepted enough of a kind. */
    public static Plants in(Gate gate, BiFunction<String, Integer, Proposal.Builder> kind) {
        return in(gate, ORIGINALS, kind);
    }

    static Plants in(Gate gate, int originals, BiFunction<String, Integer, Proposal.Builder> kind) {
        gate.update(policy -> policy.setPlantedRate(RATE));
        var plants = new Plants(gate, kind);
        IntStream.range(0, originals).forEach(i -> gate.acceptById(plants.propose(false)));
        return plants;
    }

    /** One real item that waits, and the planted one beside it. */
    public Pair pair() {
        var before = new HashSet<String>();
        gate.open().forEach(item -> before.add(item.getId()));
        var real = propose(true);
        var planted = gate.open().stream()
                .filter(item -> !before.contains(item.getId()) && !item.getId().equals(real))
                .toList();
        assertThat(planted).hasSize(1);
        return new Pair(gate.get(real), gate.get(planted.getFirst().getId()));
    }

    /** @param drawn whether something is to be planted beside it */
    String propose(boolean drawn) {
        while (true) {
            var proposal = kind.apply(gate.run + "n" + next, next++);
            var origin = new Origin(proposal.getOrigin().getRunId(), proposal.getKey(), "", "", "", "");
            if (PlantDraw.picks(origin, RATE) == drawn) {
                return gate.pending(proposal).getId();
            }
        }
    }

    public static Proposal.Builder company(String run, int number) {
        var name = "Acme" + number + " Ltd";
        return crm(run).setAccount(account(number, name))
                .setPayload(ByteString.copyFromUtf8(
                        "{\"domain\":\"acme%d.example\",\"name\":\"%s\"}".formatted(number, name)));
    }

    public static Proposal.Builder message(String run, int number) {
        return enrol(run)
                .setAccount(account(number, "Ferrocraft"))
                .setRisk(Risk.newBuilder().setAffectedCount(1).setNewSegment(true));
    }

    private static Account.Builder account(int number, String name) {
        return Account.newBuilder().setDomain("acme" + number + ".example").setName(name);
    }

    public record Pair(ReviewItem real, ReviewItem planted) {}
}
