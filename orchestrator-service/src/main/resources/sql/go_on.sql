-- A run that waited for an outcome goes on, because nothing happened and its grant still stands. $1 workspace, $2 run, $3 now.
-- One that has a leg before it anyway needs no other. One that another run of its account has followed does not go on.
with gone_on as (
    update run r
       set state = 'QUEUED',
           step = case when step = 'DONE' then 'ACT' else step end,
           leg = leg + 1,
           version = version + 1,
           reason = '',
           end_time = null,
           update_time = $3
     where workspace_id = $1 and id = $2 and cancel_reason is null and failure_code = ''
       and state in ('NEEDS_ATTENTION', 'WAITING')
       and (select true from run o
             where o.workspace_id = r.workspace_id and o.domain = r.domain and o.playbook_key = r.playbook_key
               and o.end_time is null and not o.shadow and o.id <> r.id
             limit 1) is null
    returning workspace_id, id, leg
),
queued as (
    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
    select 'run', workspace_id || '/' || id || ':' || leg, $3, false, 1, 100 from gone_on
    returning 1
)
select exists (select 1 from run where workspace_id = $1 and id = $2 and cancel_reason is null and state in ('QUEUED', 'HELD'))
           or count(*) > 0 as goes_on,
       case when count(*) > 0 then pg_notify('outrider_wake', '') end
  from queued
