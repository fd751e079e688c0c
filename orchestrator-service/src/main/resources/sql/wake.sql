-- Enqueues the next leg of runs that wait and have been decided on. $1 now; k the runs.
with {k},
woken as (
    update run r
       set state = 'QUEUED', leg = r.leg + 1, version = r.version + 1, update_time = $1
      from k
     where r.workspace_id = k.ws and r.id = k.id
       and r.end_time is null and r.state in ('WAITING', 'NEEDS_ATTENTION')
       and exists (select 1
                     from run_action a
                     join decision d on d.workspace_id = a.workspace_id and d.run_id = a.run_id
                    where a.workspace_id = k.ws and a.run_id = k.id
                      and d.proposal_key = a.key and a.state = 'PENDING_REVIEW'
                      and d.version >= a.version)
    returning r.workspace_id, r.id, r.leg
),
queued as (
    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
    select 'run', workspace_id || '/' || id || ':' || leg, $1, false, 1, 100 from woken
    returning 1
)
select count(*) as woken, case when count(*) > 0 then pg_notify('outrider_wake', '') end from queued
