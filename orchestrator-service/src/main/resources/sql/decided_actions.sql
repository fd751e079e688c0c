-- The actions of runs, with the decision on each and what the ledger says of its grant. k the runs.
with {k}
select a.*,
       d.state as decision_state,
       d.grant_id as decision_grant_id,
       d.grant_jws as decision_grant_jws,
       d.edited_payload,
       d.reason as decision_reason,
       d.decided_by,
       e.id as effect_id,
       e.state as effect_state,
       e.external_id as effect_external_id,
       e.reason as effect_reason
  from k
  join run_action a on a.workspace_id = k.ws and a.run_id = k.id
  left join decision d on d.workspace_id = a.workspace_id and d.run_id = a.run_id and d.proposal_key = a.key
  left join effect e on e.workspace_id = a.workspace_id and e.grant_id = a.grant_id and a.grant_id <> ''
 order by a.run_id, a.ordinal
