-- Takes a dead letter up again where it failed. $1 workspace, $2 run, $3 now, $4 entries. What a provider refused may be
-- tried again under the same grant: nothing of it has happened. Its tries are counted anew.
with retried as (
    update run
       set state = 'QUEUED',
           step = case when step = 'DONE' then 'ACT' else step end,
           leg = leg + 1,
           version = version + 1,
           reason = '',
           failure_step = '',
           failure_code = '',
           failure_attempts = 0,
           failure_time = null,
           cancel_reason = case when end_time is null then cancel_reason end,
           outage_since = null,
           end_time = null,
           update_time = $3
     where workspace_id = $1 and id = $2
       and (state = 'FAILED'
            or (state = 'NEEDS_ATTENTION' and (failure_code <> '' or (end_time is not null and cancel_reason is null))
                and not exists (select 1 from run_action a
                                 where a.workspace_id = $1 and a.run_id = $2 and a.state = 'UNKNOWN')))
    returning workspace_id, id, version, leg
),
told as (
    insert into run_event (workspace_id, run_id, version, entries) select workspace_id, id, version, $4 from retried
),
acted as (
    update run_action a
       set state = 'GRANTED'
      from retried r
     where a.workspace_id = r.workspace_id and a.run_id = r.id and a.state = 'FAILED' and a.grant_id <> ''
    returning a.workspace_id, a.grant_id
),
freed as (
    update effect e
       set state = 'BUSY', tried = attempt
      from acted a
     where e.workspace_id = a.workspace_id and e.grant_id = a.grant_id and e.state = 'REFUSED'
),
queued as (
    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
    select 'run', workspace_id || '/' || id || ':' || leg, $3, false, 1, 100 from retried
    returning 1
)
select count(*) as retried, case when count(*) > 0 then pg_notify('outrider_wake', '') end from queued
