-- A run: one account's way through the platform. Moved only by compare-and-set on version.
create table run (
    workspace_id     text        not null,
    id               text        not null,
    batch_id         text,
    batch_index      int         not null default 0,
    domain           text        not null,
    account          bytea       not null,
    person           bytea,
    state            text        not null,
    step             text        not null,
    version          bigint      not null,
    -- Which execution of the queue may move the run: the task instance is "<workspace>/<id>:<leg>".
    leg              int         not null,
    -- What the caller asked for; empty lets qualification choose. With it an account has one active run.
    playbook_key     text        not null,
    playbook_id      text        not null,
    library_revision bigint      not null,
    level            int         not null,
    depth            int         not null,
    shadow           boolean     not null,
    -- Steps that failed and were gone without, comma-separated; what is missing because of it, one line each.
    skipped          text        not null default '',
    missing          text        not null default '',
    brief_id         text        not null default '',
    verdict_id       text        not null default '',
    sequence_id      text        not null default '',
    score            int         not null default 0,
    tier             int         not null default 0,
    disqualified     boolean     not null default false,
    confidence       float8      not null default 0,
    micro_usd        bigint      not null default 0,
    prompt_tokens    bigint      not null default 0,
    completion_tokens bigint     not null default 0,
    model_calls      int         not null default 0,
    pages_fetched    int         not null default 0,
    reason           text        not null default '',
    partial          boolean     not null default false,
    degraded         boolean     not null default false,
    -- Set by CancelRun; the run ends at its next move.
    cancel_reason    text,
    -- When the present outage of a called service began; null while all answer.
    outage_since     timestamptz,
    create_time      timestamptz not null,
    update_time      timestamptz not null,
    end_time         timestamptz,
    created_by       text        not null,
    primary key (workspace_id, id)
) with (fillfactor = 70);

create unique index run_active on run (workspace_id, domain, playbook_key) where end_time is null and not shadow;
create index run_of_batch on run (workspace_id, batch_id, batch_index) where batch_id is not null;
create index run_of_domain on run (workspace_id, domain, id);
create index run_for_a_person on run (workspace_id, id) where state in ('FAILED', 'NEEDS_ATTENTION');

-- What happened, one row per transition: serialized orchestrator.v1.Run with only its timeline.
create table run_event (
    workspace_id text   not null,
    run_id       text   not null,
    version      bigint not null,
    entries      bytea  not null,
    primary key (workspace_id, run_id, version)
);

-- Requests that were answered, by caller.
create table request (
    workspace_id text        not null,
    caller       text        not null,
    request_id   text        not null,
    body_sha256  bytea       not null,
    result_id    text        not null,
    -- The result is a run that another request had started.
    joined       boolean     not null default false,
    create_time  timestamptz not null,
    primary key (workspace_id, caller, request_id)
);

create table batch (
    workspace_id text        not null,
    id           text        not null,
    -- Serialized StartBatchResponse with only its refusals.
    refused      bytea       not null,
    create_time  timestamptz not null,
    primary key (workspace_id, id)
);

-- One action of a run, from proposal to effect.
create table run_action (
    workspace_id   text    not null,
    run_id         text    not null,
    key            text    not null,
    ordinal        int     not null,
    action_type    text    not null,
    state          text    not null,
    -- The exact bytes that were proposed, or that a reviewer put in their place.
    payload        bytea   not null,
    payload_sha256 text    not null,
    item_id        text    not null default '',
    grant_id       text    not null default '',
    grant_jws      text    not null default '',
    reason         text    not null default '',
    primary key (workspace_id, run_id, key)
);

-- Decisions as the review service streamed them. Kept even where they change nothing.
create table decision (
    workspace_id   text        not null,
    run_id         text        not null,
    proposal_key   text        not null,
    item_id        text        not null,
    state          text        not null,
    grant_id       text        not null default '',
    grant_jws      text        not null default '',
    edited_payload bytea,
    reason         text        not null default '',
    decided_by     text        not null default '',
    decide_time    timestamptz not null,
    stream_cursor  text        not null,
    primary key (workspace_id, run_id, proposal_key)
);

-- Who reads the stream, and how far it has been read. The epoch fences a reader that was thought dead.
create table decision_reader (
    name          text        primary key,
    owner         text        not null,
    epoch         bigint      not null,
    lease_until   timestamptz not null,
    stream_cursor text        not null
);
insert into decision_reader values ('review', '', 0, 'epoch', '');

-- Every attempt to act outside. The row is committed before the call and settled after it.
create table effect (
    workspace_id    text        not null,
    id              text        not null,
    grant_id        text        not null,
    run_id          text        not null,
    action_key      text        not null,
    action_type     text        not null,
    payload_sha256  text        not null,
    idempotency_key text        not null,
    -- CLAIMED, DONE, REFUSED, UNKNOWN, or BUSY (provably nothing happened, may be tried again).
    state           text        not null,
    attempt         int         not null,
    external_id     text        not null default '',
    reason          text        not null default '',
    before_image    bytea,
    claim_time      timestamptz not null,
    settle_time     timestamptz,
    primary key (workspace_id, id)
);
create unique index effect_once_per_grant on effect (workspace_id, grant_id);
create index effect_of_run on effect (workspace_id, run_id);

-- Which messages have gone to whom, or may have. Freed only when an effect provably did not happen.
create table effect_message (
    workspace_id text not null,
    account      text not null,
    contact      text not null,
    sequence     text not null,
    step         int  not null,
    effect_id    text not null,
    primary key (workspace_id, account, contact, sequence, step)
);

create index effect_message_of_effect on effect_message (workspace_id, effect_id);

-- The queue (db-scheduler). Rows are also written by our own transactions: see run/.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint    not null default 50,
    primary key (task_name, task_instance)
) with (fillfactor = 70);
create index scheduled_tasks_due on scheduled_tasks (priority desc, execution_time asc) where not picked;
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat) where picked;
