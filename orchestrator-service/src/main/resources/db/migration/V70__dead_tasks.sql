-- Work besides runs that failed too often: an account's signals that could not be evaluated, for instance.
create table dead_task (
    task_name     text        not null,
    task_instance text        not null,
    attempts      int         not null,
    reason        text        not null,
    fail_time     timestamptz not null,
    primary key (task_name, task_instance)
);

-- From now on telling of an open breaker is a task of its own.
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
select 'alert', workspace_id, now(), false, 1 from breaker where open and alert_time is null;
