-- Moves any number of runs by compare-and-set on their version, with all that belongs to the transition.
-- $1 now; m the runs, a their actions, s effects whose outcome is known.
with {m},
{a},
{s},
-- What each run had cost so far. Whoever moves a run has read its version from a commit that this statement sees.
before as (
    select r.workspace_id, r.id, r.micro_usd, r.prompt_tokens + r.completion_tokens as tokens
      from run r join m on r.workspace_id = m.ws and r.id = m.id and r.version = m.version
),
moved as (
    update run r
       set version = r.version + 1,
           state = m.state,
           step = m.step,
           playbook_id = m.playbook_id,
           level = m.level,
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
           failure_step = m.failure_step,
           failure_code = m.failure_code,
           failure_attempts = m.failure_attempts,
           failure_time = m.failure_time,
           end_time = m.end_time,
           update_time = $1
      from m
     where r.workspace_id = m.ws and r.id = m.id and r.version = m.version
    returning r.workspace_id, r.id, r.version, r.cancel_reason, r.hold
),
told as (
    insert into run_event (workspace_id, run_id, version, entries)
    select v.workspace_id, v.id, v.version, m.entries
      from moved v join m on m.ws = v.workspace_id and m.id = v.id
     where m.entries is not null
),
acted as (
    insert into run_action (workspace_id, run_id, key, ordinal, action_type, state, payload, payload_sha256, item_id,
                            grant_id, grant_jws, version, fresh_until, segment, reason)
    select a.ws, a.run_id, a.key, a.ordinal, a.action_type, a.state, a.payload, a.payload_sha256, a.item_id,
           a.grant_id, a.grant_jws, a.version, a.fresh_until, a.segment, a.reason
      from a join moved v on v.workspace_id = a.ws and v.id = a.run_id
    on conflict (workspace_id, run_id, key) do update
       set state = excluded.state,
           -- One that stays as it is is not written again: it may be large, and PostgreSQL would store it anew.
           payload = case when run_action.payload_sha256 = excluded.payload_sha256
                          then run_action.payload else excluded.payload end,
           payload_sha256 = excluded.payload_sha256,
           grant_id = excluded.grant_id,
           grant_jws = excluded.grant_jws,
           version = excluded.version,
           fresh_until = excluded.fresh_until,
           reason = excluded.reason
),
settled as (
    update effect e
       set state = s.state,
           external_id = s.external_id,
           reason = s.reason,
           before_image = s.before_image,
           settle_time = $1,
           -- Whoever took the run over may have asked a person already: see Belated.
           late = not exists (select 1 from moved v1 where v1.workspace_id = s.ws and v1.id = s.run_id)
      from s
     where e.workspace_id = s.ws and e.id = s.id and e.attempt = s.attempt
       and (e.state in ('CLAIMED', 'UNKNOWN') or (s.state = 'DONE' and e.state in ('REFUSED', 'BUSY')))
    returning e.workspace_id, e.id, e.state
),
freed as (
    delete from effect_message x
     using settled d
     where d.state in ('REFUSED', 'BUSY') and x.workspace_id = d.workspace_id and x.effect_id = d.id
),
-- One row of a few for all runs of this commit: commits that come together seldom wait for one row.
shard as (
    select floor(random() * 8)::int as n
),
spent as (
    insert into usage_day (workspace_id, day, playbook_id, shard, micro_usd, tokens)
    select v.workspace_id, ($1::timestamptz at time zone 'UTC')::date, m.playbook_id, s.n,
           sum(m.micro_usd - b.micro_usd), sum(m.prompt_tokens + m.completion_tokens - b.tokens)
      from moved v
      join m on m.ws = v.workspace_id and m.id = v.id
      join before b on b.workspace_id = v.workspace_id and b.id = v.id
     cross join shard s
     where m.micro_usd > b.micro_usd or m.prompt_tokens + m.completion_tokens > b.tokens
     group by v.workspace_id, m.playbook_id, s.n
     order by v.workspace_id, m.playbook_id
    on conflict (workspace_id, day, playbook_id, shard) do update
       set micro_usd = usage_day.micro_usd + excluded.micro_usd, tokens = usage_day.tokens + excluded.tokens
),
-- By arrays: a join would be free to read the whole queue for them. And by version: of two legs of one run that end in one
-- commit, because the first was taken for dead, only the one that moved the run says what becomes of its execution.
ended as (
    delete from scheduled_tasks t
     where t.task_name = 'run'
       and t.task_instance = any (array(
               select m.instance
                 from m join moved v on v.workspace_id = m.ws and v.id = m.id and v.version = m.version + 1
                where m.task = 'DELETE'))
),
postponed as (
    update scheduled_tasks t
       set picked = false,
           picked_by = null,
           last_heartbeat = null,
           execution_time = (
               select m.task_at
                 from m join moved v on v.workspace_id = m.ws and v.id = m.id and v.version = m.version + 1
                where m.instance = t.task_instance),
           consecutive_failures = 0,
           takeovers = 0,
           version = t.version + 1
     where t.task_name = 'run'
       and t.task_instance = any (array(
               select m.instance
                 from m join moved v on v.workspace_id = m.ws and v.id = m.id and v.version = m.version + 1
                where m.task = 'LATER'))
)
select workspace_id, id, version, cancel_reason, hold from moved
