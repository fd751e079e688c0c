-- To whom the messages of an action would go; empty for none, and where it sends nothing.
alter table run_action add column segment text not null default '';

-- Segments that a message has gone to. A few rows for each workspace, however many messages.
create table segment_reached (
    workspace_id text        not null,
    segment      text        not null,
    first_time   timestamptz not null,
    primary key (workspace_id, segment)
);
