-- Cancels the runs of a batch: those that nobody carries at once, the others at their next move. $1 workspace, $2 batch,
-- $3 reason, $4 now, $5 entries.
-- Where nobody knows what became of an action, the run stays for a person. The gate hears of those that may have asked it.
with q as (
    select workspace_id, id, leg, state, step,
           exists (select 1 from run_action a
                    where a.workspace_id = run.workspace_id and a.run_id = run.id and a.state = 'UNKNOWN') as unknown
      from run
     where workspace_id = $1 and batch_id = $2 and end_time is null
     order by id
       for update
),
cancelled as (
    update run r
       set cancel_reason = coalesce(r.cancel_reason, $3),
           state = case when r.state = 'RUNNING' then r.state when q.unknown then 'NEEDS_ATTENTION' else 'CANCELLED' end,
           version = case when r.state = 'RUNNING' then r.version else r.version + 1 end,
           reason = case when r.state = 'RUNNING' then r.reason else $3 end,
           end_time = case when r.state = 'RUNNING' then null else $4::timestamptz end,
           update_time = case when r.state = 'RUNNING' then r.update_time else $4 end
      from q
     where r.workspace_id = q.workspace_id and r.id = q.id
    returning r.workspace_id, r.id, r.version, r.leg, r.end_time, r.cancel_reason
),
noted as (
    insert into withdrawal (workspace_id, run_id, reason, next_try)
    select q.workspace_id, q.id, c.cancel_reason, $4
      from q join cancelled c on c.workspace_id = q.workspace_id and c.id = q.id
     where q.state = 'RUNNING' or q.step in ('PROPOSE', 'ACT')
    on conflict do nothing
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
     where t.task_name = 'run' and not t.picked
       and t.task_instance = any (array(select workspace_id || '/' || id || ':' || leg from cancelled where end_time is not null))
)
select id from cancelled
