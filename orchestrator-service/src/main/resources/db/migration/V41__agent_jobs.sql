-- Questions that nobody waits for: the answer is fetched, or posted to a callback.
alter table agent_call
    -- The JSON that was asked; null where the caller waited.
    add column body              bytea,
    add column callback_url      text,
    -- NONE, PENDING, DELIVERED, or FAILED for good.
    add column delivery          text        not null default 'NONE',
    add column delivery_attempts int         not null default 0,
    add column delivery_reason   text        not null default '',
    add column deliver_time      timestamptz;

-- Their queue (db-scheduler): one task a question until it is answered and delivered. Apart from the runs' queue, so that a
-- replica that does not know these tasks leaves them alone.
create table agent_task (
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
create index agent_task_due on agent_task (priority desc, execution_time asc) where not picked;
create index agent_task_heartbeat on agent_task (last_heartbeat) where picked;
