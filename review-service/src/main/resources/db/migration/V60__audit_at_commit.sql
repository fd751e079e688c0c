-- Enters the audit chain, and counts grants, while the transaction commits. Until now each transaction held the chain's head, and
-- the day's count of grants, from its last statement to the end of the answer's way back and of the commit's way there: everything
-- that was proposed or decided waited in one line for that. What a transaction writes is the same; it commits with it or not at all.

create table audit_pending (
    workspace_id text not null,
    id bigint generated always as identity,
    -- What the transaction decided under; where another one holds by the time it commits, it fails and is tried again. Null where
    -- nothing was decided under a policy.
    policy_version bigint,
    events text not null,
    primary key (workspace_id, id)
);

create table grant_pending (
    workspace_id text not null,
    id bigint generated always as identity,
    day date not null,
    grants text not null,
    primary key (workspace_id, id)
);

create or replace function audit_append(ws text, events text) returns bigint language plpgsql as $$
declare
    held bigint;
begin
    select policy_version into strict held from workspace where workspace_id = ws;
    insert into audit_pending (workspace_id, policy_version, events) values (ws, held, events);
    return held;
end
$$;

create function audit_append_unbound(ws text, events text) returns bigint language plpgsql as $$
declare
    held bigint;
begin
    select policy_version into strict held from workspace where workspace_id = ws;
    insert into audit_pending (workspace_id, events) values (ws, events);
    return held;
end
$$;

create or replace function grants_add(ws text, on_day date, grants text) returns bigint language plpgsql as $$
begin
    insert into grant_pending (workspace_id, day, grants) values (ws, on_day, grants);
    return 1;
end
$$;

create function audit_enter() returns trigger language plpgsql as $$
declare
    head workspace%rowtype;
    e record;
begin
    select * into strict head from workspace where workspace_id = new.workspace_id for update;
    if head.policy_version <> coalesce(new.policy_version, head.policy_version) then
        raise exception 'the policy changed meanwhile' using errcode = 'serialization_failure';
    end if;
    for e in
        select * from jsonb_to_recordset(new.events::jsonb)
            as x("at" timestamptz, kind text, actor text, item text, detail text, content text)
    loop
        head.audit_count := head.audit_count + 1;
        insert into audit_event (workspace_id, number, time, kind, actor, item_id, detail, previous_hash, hash)
        values (new.workspace_id, head.audit_count, e."at", e.kind, e.actor, e.item, e.detail, head.audit_hash,
            sha256(head.audit_hash || int8send(head.audit_count) || decode(e.content, 'hex')))
        returning hash into head.audit_hash;
    end loop;
    update workspace set audit_count = head.audit_count, audit_hash = head.audit_hash
        where workspace_id = new.workspace_id;
    delete from audit_pending where workspace_id = new.workspace_id and id = new.id;
    return null;
end
$$;

-- Types in order, so that two transactions do not wait for each other.
create function grants_enter() returns trigger language plpgsql as $$
begin
    insert into grant_count as c (workspace_id, day, action_type, granted)
    select new.workspace_id, new.day, key, value::bigint from jsonb_each_text(new.grants::jsonb) order by key
    on conflict (workspace_id, day, action_type) do update set granted = c.granted + excluded.granted;
    delete from grant_pending where workspace_id = new.workspace_id and id = new.id;
    return null;
end
$$;

create constraint trigger audit_enters after insert on audit_pending
    deferrable initially deferred for each row execute function audit_enter();
create constraint trigger grants_enter after insert on grant_pending
    deferrable initially deferred for each row execute function grants_enter();
