-- Grants that were taken back before they were used. A grant that is not in here and has not run out holds.
create table grant_revocation (
    workspace_id text not null,
    grant_id text not null,
    reason text not null,
    revoked_by text not null,
    revoke_time timestamptz not null,
    primary key (workspace_id, grant_id)
);

create index item_by_grant on item (workspace_id, grant_id) where grant_id is not null;
create index item_by_run on item (workspace_id, run_id, id);
