-- Ends a run that no execution carries. While an outcome is unknown it still needs a person, who ends it then.
-- $1 workspace, $2 run, $3 reason, $4 now, $5 entries.
with ended as (
    update run
       set state = case when exists (select 1 from run_action a
                                      where a.workspace_id = $1 and a.run_id = $2 and a.state = 'UNKNOWN')
                        then 'NEEDS_ATTENTION' else 'CANCELLED' end,
           version = version + 1, reason = $3, end_time = $4, update_time = $4
     where workspace_id = $1 and id = $2 and end_time is null and state in ('QUEUED', 'WAITING', 'NEEDS_ATTENTION', 'HELD')
    returning workspace_id, id, version, leg
),
told as (
    insert into run_event (workspace_id, run_id, version, entries) select workspace_id, id, version, $5 from ended
),
acted as (
    update run_action a
       set state = 'CANCELLED', reason = $3
      from ended e
     where a.workspace_id = e.workspace_id and a.run_id = e.id
       and a.state in ('PROPOSED', 'PENDING_REVIEW', 'GRANTED')
)
delete from scheduled_tasks t
 where t.task_name = 'run' and not t.picked
   and t.task_instance = any (array(select workspace_id || '/' || id || ':' || leg from ended))
