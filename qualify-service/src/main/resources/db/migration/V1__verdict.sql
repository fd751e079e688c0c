-- One row per verdict, written once and never changed. The row is also the memory of its request: the same request id
-- finds it again, another body under that id is refused.
create table verdict (
    workspace_id text        not null,
    id           text        not null, -- sorts by time: newest first is descending by id
    request_id   text        not null,
    body_sha256  bytea       not null,
    domain       text        not null,
    create_time  timestamptz not null,
    verdict      bytea       not null, -- outrider.type.v1.Verdict
    work         bytea       not null, -- outrider.type.v1.Work; empty for an override
    primary key (workspace_id, id),
    constraint verdict_request unique (workspace_id, request_id)
);

create index verdict_domain on verdict (workspace_id, domain, id);
