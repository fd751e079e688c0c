package io.outrider.review.queue;

import io.outrider.review.policy.Source;
import io.outrider.review.trust.Calibrator;
import io.outrider.review.trust.Label;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Use case: shows the calibrators in use, and how well they fit. */
@ApplicationScoped
public class ReadCalibration {

    private static final String KEYS = """
            select action_type, agent, segment_id, model from item where workspace_id = :workspace
            and (:type = '' or action_type = :type) and (:agent = '' or agent = :agent)
            and (:segment = '' or segment_id = :segment) and (:model = '' or model = :model)
            and not planted and state in ('ACCEPTED', 'EDITED', 'REJECTED', 'IGNORED', 'RESPONDED')
            group by action_type, agent, segment_id, model order by count(*) desc limit :most""";

    private static final int MOST = 200;

    private final Calibrators calibrators;

    ReadCalibration(Calibrators calibrators) {
        this.calibrators = calibrators;
    }

    /** @param actionType,source empty strings do not restrict */
    public Uni<List<Fitted>> run(String workspace, String actionType, Source source) {
        return run(workspace, actionType, source, MOST);
    }

    /** Those with the most decisions. Each is fitted, so ask for no more than are needed. */
    public Uni<List<Fitted>> run(String workspace, String actionType, Source source, int most) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(KEYS, Object[].class)
                        .setParameter("workspace", workspace)
                        .setParameter("type", actionType)
                        .setParameter("agent", source.agent())
                        .setParameter("segment", source.segmentId())
                        .setParameter("model", source.model())
                        .setParameter("most", most)
                        .getResultList())
                .chain(rows -> {
                    var all = Uni.createFrom().item(new ArrayList<Fitted>());
                    for (var row : rows) {
                        var type = (String) row[0];
                        var key = new Source((String) row[1], (String) row[2], (String) row[3]);
                        all = all.chain(list -> calibrators
                                .newest(new CalibrationKey(workspace, type, key))
                                .map(fit -> {
                                    list.add(new Fitted(type, key, fit.calibrator(), fit.labels(), fit.version()));
                                    return list;
                                }));
                    }
                    return all.map(List::copyOf);
                }));
    }

    /** Of one kind, as the gate has it now. */
    public Uni<Fitted> one(String workspace, String actionType, Source source) {
        return Panache.withSession(() -> calibrators.of(workspace, actionType, source))
                .map(fit -> new Fitted(actionType, source, fit.calibrator(), fit.labels(), fit.version()));
    }

    /**
     * @param labels newest first
     * @param version that is in use; 0 where the agent is believed until there are enough labels
     */
    public record Fitted(String actionType, Source source, Calibrator calibrator, List<Label> labels, long version) {

        /** For who only looks at the labels. */
        public Fitted(String actionType, Source source, Calibrator calibrator, List<Label> labels) {
            this(actionType, source, calibrator, labels, 0);
        }
    }
}
