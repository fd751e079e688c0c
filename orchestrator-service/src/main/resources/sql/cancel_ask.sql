-- $1 workspace, $2 run, $3 reason, $4 now. Locks the run for cancel_end, and notes that the gate is to hear of it.
with asked as (
    update run
       set cancel_reason = coalesce(cancel_reason, $3)
     where workspace_id = $1 and id = $2 and end_time is null
    returning workspace_id, id, cancel_reason
),
noted as (
    insert into withdrawal (workspace_id, run_id, reason, next_try)
    select workspace_id, id, cancel_reason, $4 from asked
    on conflict do nothing
)
select id from asked
