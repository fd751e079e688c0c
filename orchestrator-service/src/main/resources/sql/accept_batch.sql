-- Accepts the runs of a batch. $1 now; n the runs. Those of accounts with an active run are left out.
with {n},
fresh as (
    insert into run (workspace_id, id, batch_id, batch_index, domain, account, person, state, step, version, leg, playbook_key,
                     playbook_id, library_revision, level, depth, shadow, create_time, update_time, created_by,
                     hold, firing_id, budget_micro_usd, budget_tokens, brief_id, level_open)
    select n.ws, n.id, n.batch_id, n.batch_index, n.domain, n.account, n.person, 'QUEUED', 'RESEARCH', 1, 1, n.playbook_key,
           n.playbook_id, n.library_revision, n.level, n.depth, n.shadow, $1, $1, n.created_by,
           n.hold, n.firing_id, n.budget_micro_usd, n.budget_tokens, n.brief_id, n.level_open
      from n
     order by n.domain
    on conflict do nothing
    returning workspace_id, id
),
told as (
    insert into run_event (workspace_id, run_id, version, entries)
    select f.workspace_id, f.id, 1, n.entries from fresh f join n on n.ws = f.workspace_id and n.id = f.id
),
queued as (
    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
    select 'run', f.workspace_id || '/' || f.id || ':1', n.due, false, 1, n.priority
      from fresh f join n on n.ws = f.workspace_id and n.id = f.id
    returning 1
),
told_others as (
    select case when count(*) > 0 then pg_notify('outrider_wake', '') end as sent from queued
)
select f.id, o.sent from fresh f cross join told_others o
