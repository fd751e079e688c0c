package io.outrider.research.wire;

import com.google.protobuf.Message;
import io.grpc.Context;
import io.outrider.kit.error.Check;
import io.outrider.kit.id.Sha256;
import io.outrider.kit.security.Caller;
import io.outrider.kit.security.Turn;
import io.outrider.research.app.Request;
import io.outrider.research.app.ResearchTask;
import io.outrider.research.brief.Depth;
import io.outrider.research.brief.Level;
import io.outrider.research.v1.EnrichCompanyRequest;
import io.outrider.research.v1.EnrichPersonRequest;
import io.outrider.research.v1.FindContactsRequest;
import io.outrider.research.v1.ResearchAccountRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Requests, checked and brought into the domain. To be called at a method's entry, where the call's context is. */
public final class RequestWire {

    /** For a caller that sets no deadline. */
    private static final long PATIENCE_SECONDS = 120;

    private static final int MOST_PEOPLE = 50;
    private static final int SOME_PEOPLE = 10;
    private static final int MOST_TITLES = 50;
    private static final int LONGEST_TITLE = 200;

    private RequestWire() {}

    /** Two methods never share an answer, even for one request id. */
    public static Request request(String requestId, Message body) {
        var name = body.getDescriptorForType().getFullName().getBytes(StandardCharsets.UTF_8);
        var bytes = body.toByteArray();
        var all = new byte[name.length + bytes.length];
        System.arraycopy(name, 0, all, 0, name.length);
        System.arraycopy(bytes, 0, all, name.length, bytes.length);
        return new Request(Caller.current().workspace(), requestId, Sha256.digest(all));
    }

    public static ResearchTask task(ResearchAccountRequest request, Clock clock) {
        return new ResearchTask(
                PeopleWire.toDomain(request.getAccount()),
                Enums.depth(request.getDepth()),
                Enums.level(request.getLevel()),
                request.getRefresh(),
                request.getQuestionsList(),
                Turn.ofCaller(deadline(clock)));
    }

    public static ResearchTask task(EnrichCompanyRequest request, Clock clock) {
        return task(request.getAccount(), Enums.level(request.getLevel()), clock);
    }

    public static ResearchTask task(EnrichPersonRequest request, Clock clock) {
        var person = request.getPerson();
        Check.that(
                !person.getEmail().isBlank()
                        || !(person.getFirstName().isBlank()
                                || person.getLastName().isBlank()),
                "person",
                "must have an email, or a first and a last name");
        return task(request.getAccount(), Enums.level(request.getLevel()), clock);
    }

    public static ResearchTask task(FindContactsRequest request, Clock clock) {
        Check.between(request.getMaxResults(), 0, MOST_PEOPLE, "max_results");
        Check.that(request.getTitlesCount() <= MOST_TITLES, "titles", "must be at most " + MOST_TITLES);
        request.getTitlesList().forEach(title -> {
            Check.notBlank(title, "titles");
            Check.atMost(title, LONGEST_TITLE, "titles");
        });
        return task(request.getAccount(), Level.RULES, clock);
    }

    public static int wanted(FindContactsRequest request) {
        return request.getMaxResults() == 0 ? SOME_PEOPLE : request.getMaxResults();
    }

    private static ResearchTask task(io.outrider.type.v1.Account account, Level level, Clock clock) {
        return new ResearchTask(
                PeopleWire.toDomain(account), Depth.BASE, level, false, List.of(), Turn.ofCaller(deadline(clock)));
    }

    private static Instant deadline(Clock clock) {
        var deadline = Context.current().getDeadline();
        var left = deadline == null
                ? TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)
                : deadline.timeRemaining(TimeUnit.MILLISECONDS);
        return clock.instant().plusMillis(left);
    }
}
