-- Claims granted actions in the ledger before anything is called. $1 now; r the runs, e their effects, x the messages
-- that effects carry. A run that moved on or is to be cancelled claims nothing; a grant is claimed once, and again only
-- where the effect provably did not happen.
with {r},
{e},
{x},
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
claimed as (
    insert into effect (workspace_id, id, grant_id, run_id, action_key, action_type, payload_sha256, idempotency_key,
                        state, attempt, claim_time)
    select e.ws, e.effect_id, e.grant_id, e.run_id, e.action_key, e.action_type, e.payload_sha256, e.idempotency_key,
           'CLAIMED', 1, $1
      from e join moved m on m.workspace_id = e.ws and m.id = e.run_id
    on conflict (workspace_id, grant_id) do update
       set state = 'CLAIMED', attempt = effect.attempt + 1, claim_time = $1, reason = ''
     where effect.state = 'BUSY' and effect.run_id = excluded.run_id
    returning workspace_id, id, grant_id, run_id, action_key
),
acted as (
    update run_action a
       set state = 'EXECUTING',
           payload = e.payload,
           payload_sha256 = e.payload_sha256,
           grant_id = e.grant_id,
           grant_jws = e.grant_jws
      from claimed c join e on e.ws = c.workspace_id and e.grant_id = c.grant_id
     where a.workspace_id = c.workspace_id and a.run_id = c.run_id and a.key = c.action_key
),
messaged as (
    insert into effect_message (workspace_id, account, contact, sequence, step, effect_id)
    select x.ws, x.account, x.contact, x.sequence, x.step, c.id
      from x join claimed c on c.workspace_id = x.ws and c.grant_id = x.grant_id
    on conflict do nothing
    returning workspace_id, effect_id
)
select m.workspace_id, m.id as run_id, m.version, c.id as effect_id, c.grant_id,
       (select count(*) from messaged g where g.workspace_id = c.workspace_id and g.effect_id = c.id) as messages
  from moved m
  left join claimed c on c.workspace_id = m.workspace_id and c.run_id = m.id
