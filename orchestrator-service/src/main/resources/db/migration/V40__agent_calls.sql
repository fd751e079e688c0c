-- Questions to single agents over REST, with their answers: a repeat gets the same answer.
create table agent_call (
    workspace_id     text        not null,
    id               text        not null,
    caller           text        not null,
    request_id       text        not null,
    agent            text        not null,
    body_sha256      bytea       not null,
    -- Pinned by the first try, so that a repeat asks the same question; 0 where the agent needs no library.
    library_revision bigint      not null,
    -- The JSON that was answered; null while there is none.
    answer           bytea,
    create_time      timestamptz not null,
    end_time         timestamptz,
    primary key (workspace_id, id)
);
create unique index agent_call_of_request on agent_call (workspace_id, caller, request_id);
create index agent_call_by_age on agent_call (create_time);
