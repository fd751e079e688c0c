-- Lets held runs go on: their next leg is enqueued. $1 now; k the runs, with the place of each in the queue. A run that
-- must still not go on stays where it is. Joined only, all that are held and the whole queue would be read while PostgreSQL does not know
-- the tables.
with {k},
freed as (
    update run r
       set state = 'QUEUED', reason = '', leg = r.leg + 1, version = r.version + 1, update_time = $1
      from k
     where r.workspace_id = k.ws and r.id = k.id
       and r.workspace_id = any (array(select ws from k)) and r.id = any (array(select id from k))
       and r.state = 'HELD' and r.hold is null and r.end_time is null
    returning r.workspace_id, r.id, r.leg, k.due, k.priority
),
gone as (
    delete from scheduled_tasks t
     where t.task_name = 'run' and not t.picked
       and t.task_instance = any (array(select workspace_id || '/' || id || ':' || (leg - 1) from freed))
),
queued as (
    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
    select 'run', workspace_id || '/' || id || ':' || leg, due, false, 1, priority from freed
    returning 1
)
select count(*)::int as freed, case when count(*) > 0 then pg_notify('outrider_wake', '') end from queued
