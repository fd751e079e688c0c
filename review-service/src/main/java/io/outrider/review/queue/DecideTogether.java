package io.outrider.review.queue;

import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Moment;
import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Policy;
import io.outrider.review.queue.DecideItem.Request;
import io.outrider.review.queue.Hearings.Hearing;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides the items of one workspace whose ballots arrive together: one statement reads, each is decided by the rules of all decisions, one
 * statement writes. Only a first decision that takes effect at once, leaves the payload as it is and takes no level away goes this way.
 * All else, what the rules refuse, and all of a group whose writing failed goes alone, the long way of {@link DecideItem}.
 */
@ApplicationScoped
class DecideTogether {

    private final Policies policies;
    private final Approval approval;
    private final Documents documents;
    private final Clock clock;
    private final Hearings hearings;
    private final Verdicts verdicts;
    private final Lanes<Request, Item> lanes = new Lanes<>(this::together);

    DecideTogether(
            Policies policies,
            Approval approval,
            Documents documents,
            Closing closing,
            AuditTrail audit,
            Clock clock,
            Pool pool) {
        this.policies = policies;
        this.approval = approval;
        this.documents = documents;
        this.clock = clock;
        this.hearings = new Hearings(pool);
        this.verdicts = new Verdicts(pool, closing, audit);
    }

    /** Empty where the request must go alone. */
    Uni<Optional<Item>> run(Request request) {
        return request.manner().hold().isZero() && request.ballot().type() != DecisionType.EDIT
                ? lanes.submit(request.workspace(), request)
                : Uni.createFrom().item(Optional.empty());
    }

    Uni<List<Optional<Item>>> together(String workspace, List<Request> requests) {
        var now = Moment.now(clock);
        return hearings.of(workspace, requests, now).chain(heard -> {
            var policy =
                    heard.values().stream().findAny().flatMap(any -> policies.known(workspace, any.policyVersion()));
            return policy.isEmpty() ? allAlone(requests) : decide(workspace, requests, heard, policy.get(), now);
        });
    }

    private Uni<List<Optional<Item>>> decide(
            String workspace, List<Request> requests, Map<Integer, Hearing> heard, Policy policy, Instant now) {
        var group = new Group(policy, now);
        var answers = new ArrayList<Optional<Item>>();
        for (int i = 0; i < requests.size(); i++) {
            answers.add(group.decide(requests.get(i), Optional.ofNullable(heard.get(i))));
        }
        var most = GrantCounts.room(policy, group.types(), group.granted, group.grants);
        if (group.decided.isEmpty() || most.isEmpty()) {
            return allAlone(requests);
        }
        return verdicts.write(new Verdicts.Group(
                        workspace, policy.version(), now, most.get(), group.decided, group.grants, group.marks))
                .replaceWith(answers);
    }

    private static Uni<List<Optional<Item>>> allAlone(List<Request> requests) {
        return Uni.createFrom()
                .item(requests.stream().map(request -> Optional.<Item>empty()).toList());
    }

    /** One group under one policy. */
    private final class Group {

        private final Policy policy;
        private final Instant now;
        private final Set<String> taken = new HashSet<>();
        private final List<Verdicts.Decided> decided = new ArrayList<>();
        /** By action type: what the day had before, and what it has more. */
        private final Map<String, Long> granted = new HashMap<>();

        private final Map<String, Long> grants = new HashMap<>();
        private final TrackMarks marks;

        Group(Policy policy, Instant now) {
            this.policy = policy;
            this.now = now;
            this.marks = new TrackMarks(policy);
        }

        Optional<Item> decide(Request request, Optional<Hearing> heard) {
            return heard.filter(hearing -> taken.add("request " + request.requestId()))
                    .filter(hearing -> taken.add("item " + hearing.item().id()))
                    .flatMap(hearing -> decide(request, hearing));
        }

        /** What may not be is refused when it goes alone, under a lock. */
        private Optional<Item> decide(Request request, Hearing hearing) {
            try {
                var before = approval.under(hearing.item(), policy);
                var draft = granted(draft(request, before, hearing), hearing);
                if (!marks.mark(draft.item(), hearing.track())) {
                    return Optional.empty();
                }
                if (draft.item().answer() instanceof Answer.Granted) {
                    grants.merge(draft.item().origin().actionType(), 1L, Long::sum);
                }
                decided.add(new Verdicts.Decided(request, before, draft, hearing.rowVersion()));
                return Optional.of(draft.item());
            } catch (RuntimeException e) {
                Log.debugf("The decision of %s goes alone: %s", hearing.item().id(), e);
                return Optional.empty();
            }
        }

        private Draft draft(Request request, Item before, Hearing hearing) {
            var ballot = request.ballot();
            return Draft.of(documents, before, hearing.document(), ballot, now)
                    .noted(
                            Openings.millis(hearing.opened(), now),
                            request.manner().batchId());
        }

        private Draft granted(Draft draft, Hearing hearing) {
            var type = draft.item().origin().actionType();
            granted.put(type, hearing.grantedToday());
            return approval.granted(draft, policy, hearing.grantedToday() + grants.getOrDefault(type, 0L), now);
        }

        List<String> types() {
            return decided.stream()
                    .map(one -> one.before().origin().actionType())
                    .toList();
        }
    }
}
