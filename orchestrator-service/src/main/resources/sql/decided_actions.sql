-- The actions of runs, with the decision on each and what the ledger says of its grant. k the runs.
with {k}
select a.*,
       d.state as decision_state,
       d.grant_id as decision_grant_id,
       d.grant_jws as decision_grant_jws,
       d.edited_payload,
       d.reason as decision_reason,
       d.decided_by,
       d.version as decision_version,
       d.wants_draft,
       e.id as effect_id,
       e.attempt as effect_attempt,
       e.state as effect_state,
       e.external_id as effect_external_id,
       e.reason as effect_reason
  from k
  join run_action a on a.workspace_id = k.ws and a.run_id = k.id
  left join lateral (
           select * from decision d1
            where d1.workspace_id = a.workspace_id and d1.run_id = a.run_id and d1.proposal_key = a.key
              and d1.version >= a.version
            order by d1.version
            limit 1
       ) d on true
  left join effect e on e.workspace_id = a.workspace_id and e.grant_id = a.grant_id and a.grant_id <> ''
 order by a.run_id, a.ordinal
