-- Keeps new signals and enqueues the evaluation of the accounts they are about. $1 workspace, $2 now, $3 names this intake;
-- s the signals.
with {s},
fresh as (
    insert into signal (workspace_id, dedupe_key, id, domain, person_id, party, kind, topic, strength, occur_time,
                        observe_time, half_life_days, source, evidence_ids, fade_time)
    select $1, s.dedupe_key, s.id, s.domain, s.person_id, s.party, s.kind, s.topic, s.strength, s.occur_time,
           s.observe_time, s.half_life_days, s.source,
           case when s.evidence = '' then '{}'::text[] else string_to_array(s.evidence, E'\x1f') end, s.fade_time
      from s
     order by s.dedupe_key
    on conflict do nothing
    returning domain
),
queued as (
    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
    select 'evaluate', $1 || '/' || d.domain || '#' || $3, $2, false, 1, 80 from (select distinct domain from fresh) d
    returning 1
),
told_others as (
    select case when count(*) > 0 then pg_notify('outrider_wake', '') end as sent from queued
)
select (select count(*) from fresh)::int as accepted, o.sent from told_others o
