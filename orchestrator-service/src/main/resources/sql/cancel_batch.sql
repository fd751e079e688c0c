-- Cancels the runs of a batch: those that nobody carries at once, the others at their next move. $1 workspace, $2 batch,
-- $3 reason, $4 now, $5 entries.
with q as (
    select workspace_id, id, leg, state from run
     where workspace_id = $1 and batch_id = $2 and end_time is null
     order by id
       for update
),
cancelled as (
    update run r
       set cancel_reason = coalesce(r.cancel_reason, $3),
           state = case when r.state = 'RUNNING' then r.state else 'CANCELLED' end,
           version = case when r.state = 'RUNNING' then r.version else r.version + 1 end,
           reason = case when r.state = 'RUNNING' then r.reason else $3 end,
           end_time = case when r.state = 'RUNNING' then null else $4::timestamptz end,
           update_time = case when r.state = 'RUNNING' then r.update_time else $4 end
      from q
     where r.workspace_id = q.workspace_id and r.id = q.id
    returning r.workspace_id, r.id, r.version, r.leg, r.end_time
),
told as (
    insert into run_event (workspace_id, run_id, version, entries)
    select workspace_id, id, version, $5 from cancelled where end_time is not null
),
acted as (
    update run_action a
       set state = 'CANCELLED', reason = $3
      from cancelled c
     where c.end_time is not null and a.workspace_id = c.workspace_id and a.run_id = c.id
       and a.state in ('PROPOSED', 'PENDING_REVIEW', 'GRANTED')
),
gone as (
    delete from scheduled_tasks t
     using cancelled c
     where c.end_time is not null and t.task_name = 'run' and not t.picked
       and t.task_instance = c.workspace_id || '/' || c.id || ':' || c.leg
)
select id from cancelled
