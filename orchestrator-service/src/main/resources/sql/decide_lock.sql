-- Waits for whoever is moving the runs, in one order. k the runs.
with {k}
select 1 from run r join k on r.workspace_id = k.ws and r.id = k.id
 order by r.workspace_id, r.id for update of r
