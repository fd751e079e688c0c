-- A reservation for drafting again: it counts though its run is past its first draft.
alter table reservation add column again boolean not null default false;

-- What single agents that are at work for a caller may still spend. Counts until then; a crash leaves nothing to undo.
create table agent_reservation (
    workspace_id text        not null,
    call_id      text        not null,
    playbook_id  text        not null,
    micro_usd    bigint      not null,
    tokens       bigint      not null,
    until        timestamptz not null,
    primary key (workspace_id, call_id)
);
