-- The newest revision of each workspace. Its row lock makes the numbers come one after the other, without gaps.
create table library_head (
    workspace_id text   not null,
    number       bigint not null,
    primary key (workspace_id)
);

-- Applied states of a library. Inserted once, never changed.
create table library_revision (
    workspace_id text        not null,
    number       bigint      not null,
    sha256       text        not null,
    -- The canonical form: a serialized outrider.type.v1.Library.
    library      bytea       not null,
    -- Serialized outrider.library.v1.Revision, for lists.
    summary      bytea       not null,
    create_time  timestamptz not null,
    primary key (workspace_id, number)
);

create table library_request (
    workspace_id text        not null,
    request_id   text        not null,
    body_sha256  text        not null,
    number       bigint      not null,
    unchanged    boolean     not null,
    create_time  timestamptz not null,
    primary key (workspace_id, request_id)
);
