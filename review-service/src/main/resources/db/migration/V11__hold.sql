-- What is known of an item beside its gating: whose draft it is, a decision that is held, what became of the action.
alter table item
    add column agent text not null default '',
    add column segment_id text not null default '',
    add column model text not null default '',
    add column confidence double precision not null default 0,
    add column release_time timestamptz,
    add column held jsonb,
    add column outcome text,
    add column outcome_detail text not null default '',
    add column sampled boolean not null default false,
    add column planted boolean not null default false,
    add column calibrated double precision,
    add column calibration_version bigint not null default 0;

-- Serves all workspaces at once, as item_due does.
create index item_release on item (release_time) where state = 'HELD';

alter table item_decision
    add column time_on_item_ms bigint not null default 0,
    add column batch_id text not null default '';
create index item_decision_by on item_decision (workspace_id, decided_by, decide_time);

-- Who had which version before them, since when.
create table item_opening (
    workspace_id text not null,
    item_id text not null,
    version int not null,
    opened_by text not null,
    open_time timestamptz not null,
    primary key (workspace_id, item_id, version, opened_by)
);
create index item_opening_by on item_opening (workspace_id, opened_by, open_time);

create table review_batch (
    workspace_id text not null,
    id text not null,
    request_id text not null,
    body_sha256 text not null,
    opened_by text not null,
    create_time timestamptz not null,
    expire_time timestamptz not null,
    decided boolean not null default false,
    document text not null,
    primary key (workspace_id, id),
    unique (workspace_id, request_id)
);
