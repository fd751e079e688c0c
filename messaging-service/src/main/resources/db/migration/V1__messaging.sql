-- One row per answered call, written once and never changed. The row is also the memory of its request: the same request
-- id finds it again, another body under that id is refused.
create table result (
    workspace_id text        not null,
    id           text        not null, -- of the sequence, call preparation or outcome
    kind         text        not null, -- SEQUENCE, CALL_PREP or OUTCOME
    request_id   text        not null,
    body_sha256  bytea       not null,
    request      bytea       not null, -- of a sequence: the GenerateSequenceRequest it can be written again from; else empty
    response     bytea       not null, -- the contract's response message
    create_time  timestamptz not null,
    primary key (workspace_id, id),
    constraint result_request unique (workspace_id, request_id)
);

-- What became of a message. Later drafts learn from it.
create table outcome (
    workspace_id text        not null,
    id           text        not null,
    sequence_id  text        not null,
    kind         text        not null,
    step_index   integer     not null, -- from 0
    occur_time   timestamptz not null,
    note         text        not null,
    create_time  timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, sequence_id) references result (workspace_id, id)
);

create index outcome_sequence on outcome (workspace_id, sequence_id, occur_time);
