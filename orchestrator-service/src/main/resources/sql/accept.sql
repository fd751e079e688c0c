-- Accepts single runs: the request, the run, its first event and its place in the queue, or nothing of it.
-- $1 now; n the runs with their requests.
with {n},
asked as (
    insert into request (workspace_id, caller, request_id, body_sha256, result_id, create_time)
    select n.ws, n.caller, n.request_id, n.body_sha256, n.id, $1 from n
    on conflict do nothing
    returning workspace_id, result_id
),
fresh as (
    insert into run (workspace_id, id, batch_id, batch_index, domain, account, person, state, step, version, leg, playbook_key,
                     playbook_id, library_revision, level, depth, shadow, create_time, update_time, created_by,
                     hold, firing_id, budget_micro_usd, budget_tokens, brief_id, level_open)
    select n.ws, n.id, n.batch_id, n.batch_index, n.domain, n.account, n.person, 'QUEUED', 'RESEARCH', 1, 1, n.playbook_key,
           n.playbook_id, n.library_revision, n.level, n.depth, n.shadow, $1, $1, n.created_by,
           n.hold, n.firing_id, n.budget_micro_usd, n.budget_tokens, n.brief_id, n.level_open
      from n join asked q on q.workspace_id = n.ws and q.result_id = n.id
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
select n.ws, n.id, q.result_id is not null as asked, f.id is not null as accepted, o.sent
  from n
  left join asked q on q.workspace_id = n.ws and q.result_id = n.id
  left join fresh f on f.workspace_id = n.ws and f.id = n.id
 cross join told_others o
