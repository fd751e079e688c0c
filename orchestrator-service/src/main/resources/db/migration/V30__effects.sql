-- The item's version that an action stands at, and until when the facts it rests on hold; null where it rests on none.
alter table run_action
    add column version int not null default 1,
    add column fresh_until timestamptz;

-- An item is decided once per version: a draft that is sent back comes again.
alter table decision
    add column version int not null default 1,
    add column wants_draft boolean not null default false,
    drop constraint decision_pkey,
    add primary key (workspace_id, run_id, proposal_key, version);

-- Why a run is a dead letter. Empty for any other.
alter table run
    add column failure_step text not null default '',
    add column failure_code text not null default '',
    add column failure_attempts int not null default 0,
    add column failure_time timestamptz;

-- Whom nobody writes to: an address, or a domain with everything below it. In lower case.
create table suppression (
    workspace_id text        not null,
    address      text        not null,
    reason       text        not null,
    created_by   text        not null,
    create_time  timestamptz not null,
    primary key (workspace_id, address)
);
create index suppression_newest on suppression (workspace_id, create_time desc, address desc);

-- What contacts did last, of each kind.
create table contact_event (
    workspace_id text        not null,
    email        text        not null,
    event        text        not null,
    time         timestamptz not null,
    source       text        not null,
    primary key (workspace_id, email, event)
);

-- Cancelled runs that the gate has not heard of yet.
create table withdrawal (
    workspace_id text        not null,
    run_id       text        not null,
    reason       text        not null,
    next_try     timestamptz not null,
    primary key (workspace_id, run_id)
);
create index withdrawal_due on withdrawal (next_try);

-- Until when a provider wants no calls with our credential. One row for each connector, for all workspaces and replicas.
create table connector_limit (
    connector    text        primary key,
    closed_until timestamptz not null
);
