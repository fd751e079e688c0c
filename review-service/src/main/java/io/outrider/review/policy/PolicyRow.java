package io.outrider.review.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of a workspace's policy. Inserted once, never changed. */
@Entity
@Table(name = "policy")
@SuppressWarnings("NullAway.Init")
class PolicyRow {

    @EmbeddedId
    Key key;

    @JdbcTypeCode(SqlTypes.JSON)
    Policy document;

    static PolicyRow of(String workspace, Policy policy) {
        var row = new PolicyRow();
        row.key = new Key(workspace, policy.version());
        row.document = policy;
        return row;
    }

    @Embeddable
    record Key(
            @Column(name = "workspace_id") String workspace,
            @Column(name = "version") long version) {}
}
