-- The gate. Every table belongs to a workspace; keys and indexes begin with it, but for two that serve all workspaces at once
-- (the sweep of items that are due, and the stream of decisions).

create table workspace (
    workspace_id text primary key,
    policy_version bigint not null,
    audit_count bigint not null default 0,
    audit_hash bytea not null default decode(repeat('00', 32), 'hex')
);

create table policy (
    workspace_id text not null,
    version bigint not null,
    document jsonb not null,
    primary key (workspace_id, version)
);

create table item (
    workspace_id text not null,
    id text not null,
    version int not null,
    state text not null,
    run_id text not null,
    proposal_key text not null,
    action_type text not null,
    domain text not null,
    playbook_id text not null,
    author text not null,
    payload_sha256 text not null,
    -- The proposal without payload, claims, steps and lint: what a list shows.
    summary bytea not null,
    gate text not null,
    blast_radius text not null,
    reversibility text not null,
    reasons jsonb not null,
    policy_version bigint not null,
    priority double precision not null,
    assignee text,
    claim_expire_time timestamptz,
    required_approvals int not null,
    lint_errors int not null,
    unsupported int not null,
    create_time timestamptz not null,
    due_time timestamptz not null,
    expiry_policy text not null,
    refusal_code text,
    refusal_message text,
    grant_id text,
    grant_jws text,
    grant_expire_time timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, run_id, proposal_key)
);

create index item_open on item (workspace_id, priority desc, id) where state in ('PENDING', 'ESCALATED');
create index item_by_state on item (workspace_id, state, id desc);
create index item_by_domain on item (workspace_id, domain, id desc);
create index item_due on item (due_time) where state in ('PENDING', 'ESCALATED');

-- What an item's payload and evidence were at each version. Rows are inserted once.
create table item_version (
    workspace_id text not null,
    item_id text not null,
    version int not null,
    document bytea not null,
    made_by text not null,
    create_time timestamptz not null,
    primary key (workspace_id, item_id, version)
);

create table item_decision (
    workspace_id text not null,
    item_id text not null,
    number int not null,
    decided_by text not null,
    decide_time timestamptz not null,
    type text not null,
    version int not null,
    payload_sha256 text not null,
    reason text,
    comment text not null,
    overrode_lint boolean not null,
    primary key (workspace_id, item_id, number)
);

-- What a request id was first used for.
create table request (
    workspace_id text not null,
    request_id text not null,
    body_sha256 text not null,
    create_time timestamptz not null,
    primary key (workspace_id, request_id)
);

-- Grants a day in UTC.
create table grant_count (
    workspace_id text not null,
    day date not null,
    action_type text not null,
    granted bigint not null,
    primary key (workspace_id, day, action_type)
);

-- Decisions, for all workspaces, in the order in which readers see them: (xid, seq). A row is shown once every transaction that
-- began before its own has ended, so that none can still slip in before it.
create table decision_feed (
    xid xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity,
    workspace_id text not null,
    item_id text not null,
    document bytea not null,
    primary key (xid, seq)
);

create table audit_event (
    workspace_id text not null,
    number bigint not null,
    time timestamptz not null,
    kind text not null,
    actor text not null,
    item_id text not null,
    detail text not null,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (workspace_id, number)
);

create index audit_event_by_item on audit_event (workspace_id, item_id, number desc);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit_event is append-only';
end
$$;

create trigger audit_event_no_change before update or delete on audit_event
    for each row execute function audit_is_append_only();
create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function audit_is_append_only();

-- Appends events to the end of a workspace's chain and returns the policy version that holds there. Takes the lock on the chain's
-- head as late as it can: call it last, just before the commit. `content` is the hash of an event's own fields as AuditEvent.java
-- makes it; the chain hashes the previous hash, the number and the content.
create function audit_append(ws text, events text) returns bigint language plpgsql as $$
declare
    head workspace%rowtype;
    e record;
begin
    select * into strict head from workspace where workspace_id = ws for update;
    for e in
        select * from jsonb_to_recordset(events::jsonb)
            as x("at" timestamptz, kind text, actor text, item text, detail text, content text)
    loop
        head.audit_count := head.audit_count + 1;
        insert into audit_event (workspace_id, number, time, kind, actor, item_id, detail, previous_hash, hash)
        values (ws, head.audit_count, e."at", e.kind, e.actor, e.item, e.detail, head.audit_hash,
            sha256(head.audit_hash || int8send(head.audit_count) || decode(e.content, 'hex')))
        returning hash into head.audit_hash;
    end loop;
    update workspace set audit_count = head.audit_count, audit_hash = head.audit_hash where workspace_id = ws;
    return head.policy_version;
end
$$;

-- Counts grants, types in order so that two transactions do not wait for each other.
create function grants_add(ws text, on_day date, grants text) returns bigint language plpgsql as $$
begin
    insert into grant_count as c (workspace_id, day, action_type, granted)
    select ws, on_day, key, value::bigint from jsonb_each_text(grants::jsonb) order by key
    on conflict (workspace_id, day, action_type) do update set granted = c.granted + excluded.granted;
    return 1;
end
$$;

create table console_link (
    code_sha256 text primary key,
    workspace_id text not null,
    subject text not null,
    roles text not null,
    expire_time timestamptz not null
);

create table console_session (
    token_sha256 text primary key,
    workspace_id text not null,
    subject text not null,
    roles text not null,
    csrf text not null,
    expire_time timestamptz not null,
    seen_time timestamptz not null
);
