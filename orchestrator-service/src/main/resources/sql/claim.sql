-- Claims granted actions in the ledger before anything is called, and settles what was called before, in one commit.
-- $1 now; r the runs, e their effects, x the messages that effects carry, k the addresses they would reach; a and s as in
-- move.sql. A run that moved on or is to be cancelled claims nothing. Nor is anything claimed that would reach somebody who
-- is suppressed, or who replied since the run began. A grant is claimed once, and again only where the effect provably did
-- not happen. A payload that stays as it is is not written again: it may be large, and PostgreSQL would store it anew.
with {r},
{e},
{x},
{k},
{a},
{s},
moved as (
    update run r1
       set version = r1.version + 1, state = 'RUNNING', step = 'ACT', update_time = $1
      from r
     where r1.workspace_id = r.ws and r1.id = r.id and r1.version = r.version and r1.cancel_reason is null and r1.hold is null
    returning r1.workspace_id, r1.id, r1.version
),
told as (
    insert into run_event (workspace_id, run_id, version, entries)
    select m.workspace_id, m.id, m.version, r.entries
      from moved m join r on r.ws = m.workspace_id and r.id = m.id
     where r.entries is not null
),
barred as (
    select k.ws, k.run_id, k.grant_id, min(w.why) as why
      from k
      join lateral (
               select p.address || ' is suppressed: ' || p.reason as why
                 from suppression p
                where p.workspace_id = k.ws and p.address = k.address
                union all
               select c.email || ' replied on ' || to_char(c.time at time zone 'UTC', 'YYYY-MM-DD') as why
                 from contact_event c
                where c.workspace_id = k.ws and c.email = k.address and c.event = 'REPLIED' and c.time >= k.since
           ) w on true
     group by k.ws, k.run_id, k.grant_id
),
claimed as (
    insert into effect (workspace_id, id, grant_id, run_id, action_key, action_type, payload_sha256, idempotency_key,
                        state, attempt, claim_time)
    select e.ws, e.effect_id, e.grant_id, e.run_id, e.action_key, e.action_type, e.payload_sha256, e.idempotency_key,
           'CLAIMED', 1, $1
      from e
      join moved m on m.workspace_id = e.ws and m.id = e.run_id
      left join barred b on b.ws = e.ws and b.grant_id = e.grant_id
     where b.grant_id is null
    on conflict (workspace_id, grant_id) do update
       set state = 'CLAIMED', attempt = effect.attempt + 1, claim_time = $1, reason = '', late = false
     where effect.state = 'BUSY' and effect.run_id = excluded.run_id
    returning workspace_id, id, grant_id, run_id, action_key, attempt, tried
),
acted as (
    update run_action a1
       set state = 'EXECUTING',
           payload = case when a1.payload_sha256 = e.payload_sha256 then a1.payload else e.payload end,
           payload_sha256 = e.payload_sha256,
           grant_id = e.grant_id,
           grant_jws = e.grant_jws
      from claimed c join e on e.ws = c.workspace_id and e.grant_id = c.grant_id
     where a1.workspace_id = e.ws and a1.run_id = e.run_id and a1.key = e.action_key
),
changed as (
    update run_action a1
       set state = a.state,
           payload = case when a1.payload_sha256 = a.payload_sha256 then a1.payload else a.payload end,
           payload_sha256 = a.payload_sha256,
           grant_id = a.grant_id,
           grant_jws = a.grant_jws,
           version = a.version,
           fresh_until = a.fresh_until,
           reason = a.reason
      from a join moved m on m.workspace_id = a.ws and m.id = a.run_id
     where a1.workspace_id = a.ws and a1.run_id = a.run_id and a1.key = a.key
),
settled as (
    update effect e1
       set state = s.state,
           external_id = s.external_id,
           reason = s.reason,
           before_image = s.before_image,
           settle_time = $1,
           -- Whoever took the run over may have asked a person already: see Belated.
           late = not exists (select 1 from moved v1 where v1.workspace_id = s.ws and v1.id = s.run_id)
      from s
     where e1.workspace_id = s.ws and e1.id = s.id and e1.attempt = s.attempt
       and (e1.state in ('CLAIMED', 'UNKNOWN') or (s.state = 'DONE' and e1.state in ('REFUSED', 'BUSY')))
    returning e1.workspace_id, e1.id, e1.state
),
freed as (
    delete from effect_message m1
     using settled d
     where d.state in ('REFUSED', 'BUSY') and m1.workspace_id = d.workspace_id and m1.effect_id = d.id
),
messaged as (
    insert into effect_message (workspace_id, account, contact, sequence, step, effect_id)
    select x.ws, x.account, x.contact, x.sequence, x.step, c.id
      from x join claimed c on c.workspace_id = x.ws and c.grant_id = x.grant_id
     order by x.ws, x.account, x.contact, x.sequence, x.step
    on conflict do nothing
    returning workspace_id, effect_id
)
select m.workspace_id, m.id as run_id, m.version, c.id as effect_id, c.attempt, c.attempt - c.tried as tries, c.grant_id,
       b.grant_id as barred_grant_id, b.why,
       (select count(*) from messaged g where g.workspace_id = c.workspace_id and g.effect_id = c.id) as messages
  from moved m
  left join claimed c on c.workspace_id = m.workspace_id and c.run_id = m.id
  left join barred b on b.ws = m.workspace_id and b.run_id = m.id
