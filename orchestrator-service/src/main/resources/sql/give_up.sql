-- Ends a run that keeps breaking for a reason of our own. $1 workspace, $2 run, $3 leg, $4 reason, $5 now, $6 entries,
-- $7 task instance. An action that was claimed and not settled may have happened: a person finds it out. A run with items
-- before a reviewer does not end: their decision takes it up again.
with broken as (
    select r.workspace_id, r.id,
           exists (select 1 from run_action a
                    where a.workspace_id = r.workspace_id and a.run_id = r.id and a.state in ('EXECUTING', 'UNKNOWN')) as unknown,
           exists (select 1 from run_action a
                    where a.workspace_id = r.workspace_id and a.run_id = r.id and a.state = 'PENDING_REVIEW') as waiting
      from run r
     where r.workspace_id = $1 and r.id = $2 and r.leg = $3 and r.end_time is null
       for update
),
ended as (
    update run r
       set state = case when b.unknown or b.waiting then 'NEEDS_ATTENTION' else 'FAILED' end,
           version = r.version + 1, reason = $4, update_time = $5,
           end_time = case when b.waiting then null else $5::timestamptz end,
           failure_step = r.step, failure_code = 'INTERNAL', failure_attempts = 1, failure_time = $5
      from broken b
     where r.workspace_id = b.workspace_id and r.id = b.id
    returning r.workspace_id, r.id, r.version
),
told as (
    insert into run_event (workspace_id, run_id, version, entries) select workspace_id, id, version, $6 from ended
),
acted as (
    update run_action a
       set state = 'UNKNOWN', reason = $4
      from ended n
     where a.workspace_id = n.workspace_id and a.run_id = n.id and a.state = 'EXECUTING'
),
settled as (
    update effect e
       set state = 'UNKNOWN', reason = $4, settle_time = $5
      from ended n
     where e.workspace_id = n.workspace_id and e.run_id = n.id and e.state = 'CLAIMED'
)
delete from scheduled_tasks where task_name = 'run' and task_instance = $7
