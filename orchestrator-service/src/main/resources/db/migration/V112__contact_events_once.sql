-- Contact events that a signed webhook brought, by the key that makes one of two: sent again they change nothing.
create table contact_event_seen (
    workspace_id text        not null,
    dedupe_key   text        not null,
    create_time  timestamptz not null,
    primary key (workspace_id, dedupe_key)
);
