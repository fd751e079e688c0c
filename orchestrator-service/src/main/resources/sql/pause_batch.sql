-- Runs of a batch stop before their next step; those that nobody carries at once. $1 workspace, $2 batch, $3 now, $4 reason,
-- $5 entries.
with q as (
    select workspace_id, id, leg from run
     where workspace_id = $1 and batch_id = $2 and end_time is null
     order by id
       for update
),
gone as (
    delete from scheduled_tasks t
     where t.task_name = 'run' and not t.picked
       and t.task_instance = any (array(select workspace_id || '/' || id || ':' || leg from q))
    returning t.task_instance
),
stopped as (
    update run r
       set hold = 'batch',
           state = case when g.task_instance is null then r.state else 'HELD' end,
           reason = case when g.task_instance is null then r.reason else $4 end,
           version = case when g.task_instance is null then r.version else r.version + 1 end,
           update_time = case when g.task_instance is null then r.update_time else $3 end
      from q left join gone g on g.task_instance = q.workspace_id || '/' || q.id || ':' || q.leg
     where r.workspace_id = q.workspace_id and r.id = q.id
    returning r.workspace_id, r.id, r.version, g.task_instance
),
told as (
    insert into run_event (workspace_id, run_id, version, entries)
    select workspace_id, id, version, $5 from stopped where task_instance is not null
)
select id from stopped
