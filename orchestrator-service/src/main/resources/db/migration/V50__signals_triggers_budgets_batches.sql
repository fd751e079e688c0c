-- Why a run must not go on for now: 'batch' (paused) or 'breaker' (open). A leg that sees it ends as HELD.
alter table run add column hold text;
-- The firing of the trigger that started the run; empty where a caller did.
alter table run add column firing_id text not null default '';
-- The run's own budget; 0 means none.
alter table run add column budget_micro_usd bigint not null default 0;
alter table run add column budget_tokens bigint not null default 0;
create index run_on_hold on run (workspace_id, hold) where hold is not null;
create index run_held on run (workspace_id, id) where state = 'HELD';

alter table batch add column created_by text not null default '';
-- RUNNING, PAUSED or CANCELLED, as an operator wants it; whether it has ended is read off its runs.
alter table batch add column state text not null default 'RUNNING';
alter table batch add column reason text not null default '';

-- What happened at accounts. Inserted once, never changed.
create table signal (
    workspace_id   text        not null,
    dedupe_key     text        not null,
    id             text        not null,
    domain         text        not null,
    person_id      text        not null,
    party          int         not null,
    kind           text        not null,
    topic          text        not null,
    strength       float8      not null,
    occur_time     timestamptz not null,
    observe_time   timestamptz not null,
    half_life_days float8      not null,
    source         text        not null,
    evidence_ids   text[]      not null,
    -- From here on less than half a point is left of it: it counts no more and is not read again.
    fade_time      timestamptz not null,
    primary key (workspace_id, dedupe_key)
);
create index signal_that_counts on signal (workspace_id, domain, fade_time);

-- One time that a rule held for an account. CLAIMED, or CLAIMED_HELD where the breaker is open, until its run has been
-- accepted.
create table firing (
    workspace_id     text        not null,
    id               text        not null,
    trigger_id       text        not null,
    library_revision bigint      not null,
    domain           text        not null,
    outcome          text        not null,
    run_id           text        not null default '',
    rule             text        not null,
    -- Serialized orchestrator.v1.Firing with only its inputs.
    inputs           bytea       not null,
    explanation      text        not null,
    fire_time        timestamptz not null,
    primary key (workspace_id, id)
);
create index firing_of_domain on firing (workspace_id, domain, id);
create index firing_of_trigger on firing (workspace_id, trigger_id, id);
create index firing_claimed on firing (workspace_id, domain) where outcome in ('CLAIMED', 'CLAIMED_HELD');

-- When a trigger last started a run for an account: the row that two evaluations race for.
create table trigger_account (
    workspace_id text        not null,
    trigger_id   text        not null,
    domain       text        not null,
    fire_time    timestamptz not null,
    primary key (workspace_id, trigger_id, domain)
);

-- Runs started by triggers, by hour. '' is the workspace as a whole.
create table trigger_hour (
    workspace_id text        not null,
    trigger_id   text        not null,
    hour         timestamptz not null,
    started      int         not null,
    primary key (workspace_id, trigger_id, hour)
);

create table breaker (
    workspace_id text        not null,
    open         boolean     not null,
    reason       text        not null,
    open_time    timestamptz,
    reset_time   timestamptz,
    reset_by     text        not null default '',
    -- When a person was told that it opened; null until then.
    alert_time   timestamptz,
    primary key (workspace_id)
);

-- The limits of one day. scope '' is the workspace; otherwise it is a playbook's id.
create table budget (
    workspace_id text        not null,
    scope        text        not null,
    micro_usd    bigint      not null,
    tokens       bigint      not null,
    -- Of the workspace; grows with every change of one of its budgets.
    revision     bigint      not null,
    update_time  timestamptz not null,
    updated_by   text        not null,
    primary key (workspace_id, scope)
);

-- What was spent, in a few rows per day, so that commits that come together do not wait for one row.
create table usage_day (
    workspace_id text   not null,
    day          date   not null,
    playbook_id  text   not null,
    shard        int    not null,
    micro_usd    bigint not null,
    tokens       bigint not null,
    primary key (workspace_id, day, playbook_id, shard)
);

-- What the legs under way may still spend. A row counts while its run is under way; nothing has to be undone after a crash.
create table reservation (
    workspace_id text        not null,
    run_id       text        not null,
    day          date        not null,
    playbook_id  text        not null,
    micro_usd    bigint      not null,
    tokens       bigint      not null,
    -- What the run had spent when it reserved; what it has spent since is taken off.
    micro_usd_before bigint  not null,
    tokens_before    bigint  not null,
    primary key (workspace_id, run_id)
);
create index reservation_of_day on reservation (workspace_id, day);
