-- Ends a run that keeps breaking for a reason of our own. $1 workspace, $2 run, $3 leg, $4 reason, $5 now, $6 entries,
-- $7 task instance.
with ended as (
    update run
       set state = 'FAILED', version = version + 1, reason = $4, end_time = $5, update_time = $5,
           failure_step = step, failure_code = 'INTERNAL', failure_attempts = 1, failure_time = $5
     where workspace_id = $1 and id = $2 and leg = $3 and end_time is null
    returning workspace_id, id, version
),
told as (
    insert into run_event (workspace_id, run_id, version, entries) select workspace_id, id, version, $6 from ended
)
delete from scheduled_tasks where task_name = 'run' and task_instance = $7
