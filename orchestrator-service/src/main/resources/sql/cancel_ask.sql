-- $1 workspace, $2 run, $3 reason. Locks the run for cancel_end.
update run
   set cancel_reason = coalesce(cancel_reason, $3)
 where workspace_id = $1 and id = $2 and end_time is null
returning state
