-- Moves any number of runs by compare-and-set on their version, with all that belongs to the transition.
-- $1 now; m the runs, a their actions, s effects whose outcome is known.
with {m},
{a},
{s},
moved as (
    update run r
       set version = r.version + 1,
           state = m.state,
           step = m.step,
           playbook_id = m.playbook_id,
           brief_id = m.brief_id,
           verdict_id = m.verdict_id,
           sequence_id = m.sequence_id,
           score = m.score,
           tier = m.tier,
           disqualified = m.disqualified,
           confidence = m.confidence,
           micro_usd = m.micro_usd,
           prompt_tokens = m.prompt_tokens,
           completion_tokens = m.completion_tokens,
           model_calls = m.model_calls,
           pages_fetched = m.pages_fetched,
           reason = m.reason,
           partial = m.partial,
           degraded = m.degraded,
           skipped = m.skipped,
           missing = m.missing,
           outage_since = m.outage_since,
           end_time = m.end_time,
           update_time = $1
      from m
     where r.workspace_id = m.ws and r.id = m.id and r.version = m.version
    returning r.workspace_id, r.id, r.version, r.cancel_reason
),
told as (
    insert into run_event (workspace_id, run_id, version, entries)
    select v.workspace_id, v.id, v.version, m.entries
      from moved v join m on m.ws = v.workspace_id and m.id = v.id
     where m.entries is not null
),
acted as (
    insert into run_action (workspace_id, run_id, key, ordinal, action_type, state, payload, payload_sha256, item_id,
                            grant_id, grant_jws, reason)
    select a.ws, a.run_id, a.key, a.ordinal, a.action_type, a.state, a.payload, a.payload_sha256, a.item_id,
           a.grant_id, a.grant_jws, a.reason
      from a join moved v on v.workspace_id = a.ws and v.id = a.run_id
    on conflict (workspace_id, run_id, key) do update
       set state = excluded.state,
           payload = excluded.payload,
           payload_sha256 = excluded.payload_sha256,
           grant_id = excluded.grant_id,
           grant_jws = excluded.grant_jws,
           reason = excluded.reason
),
settled as (
    update effect e
       set state = s.state,
           external_id = s.external_id,
           reason = s.reason,
           before_image = s.before_image,
           settle_time = $1
      from s
     where e.workspace_id = s.ws and e.id = s.id and e.state in ('CLAIMED', 'UNKNOWN')
),
freed as (
    delete from effect_message x
     using s
     where s.state in ('REFUSED', 'BUSY') and x.workspace_id = s.ws and x.effect_id = s.id
),
ended as (
    delete from scheduled_tasks t
     using m join moved v on v.workspace_id = m.ws and v.id = m.id
     where m.task = 'DELETE' and t.task_name = 'run' and t.task_instance = m.instance
),
postponed as (
    update scheduled_tasks t
       set picked = false,
           picked_by = null,
           last_heartbeat = null,
           execution_time = m.task_at,
           version = t.version + 1
      from m join moved v on v.workspace_id = m.ws and v.id = m.id
     where m.task = 'LATER' and t.task_name = 'run' and t.task_instance = m.instance
)
select workspace_id, id, version, cancel_reason from moved
