package io.outrider.review.wire;

import io.outrider.review.queue.GrantStatus;
import io.outrider.review.v1.CheckGrantsResponse;
import io.outrider.review.v1.GrantCheck;
import io.outrider.review.v1.RevokeGrantResponse;
import java.util.List;

/** What is said of grants, on the wire. */
public final class GrantAnswers {

    private GrantAnswers() {}

    /** @param statuses in the order of the ids */
    public static CheckGrantsResponse checks(List<String> ids, List<GrantStatus> statuses) {
        var response = CheckGrantsResponse.newBuilder();
        for (int i = 0; i < ids.size(); i++) {
            response.addChecks(GrantCheck.newBuilder().setGrantId(ids.get(i)).setStatus(status(statuses.get(i))));
        }
        return response.build();
    }

    public static RevokeGrantResponse revoked(GrantStatus status) {
        return RevokeGrantResponse.newBuilder().setStatus(status(status)).build();
    }

    private static io.outrider.review.v1.GrantStatus status(GrantStatus status) {
        return Enums.toWire(io.outrider.review.v1.GrantStatus.class, "GRANT_STATUS_", status);
    }
}
