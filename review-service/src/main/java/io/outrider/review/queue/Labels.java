package io.outrider.review.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What decisions say of drafts. Within the caller's transaction. */
final class Labels {

    private static final String NOTE = """
            with noted as (update item set material = case when :state = 'RESPONDED' then false else material or :material end,
                label = case when :open then label when :state = 'ACCEPTED' then true
                    when :state = 'EDITED' then not (material or :material) when :state = 'IGNORED' then null else false end
            where workspace_id = :workspace and id = :item
            returning label, workspace_id, action_type, segment_id, agent, model, planted),
            due as (insert into calibration_due (workspace_id, action_type, segment_id, agent, model)
                select workspace_id, action_type, segment_id, agent, model from noted where label is not null and not planted
                and not :open)
            select label from noted""";

    private Labels() {}

    /** @return whether the draft was good enough; empty where the decision does not say, or the item is still open */
    static Uni<Optional<Boolean>> note(Item item, boolean material) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE, Boolean.class)
                        .setParameter("material", material)
                        .setParameter("open", item.state().open())
                        .setParameter("state", item.state().name())
                        .setParameter("workspace", item.workspace())
                        .setParameter("item", item.id())
                        .getSingleResultOrNull())
                .map(label -> item.state().open() ? Optional.empty() : Optional.ofNullable(label));
    }
}
