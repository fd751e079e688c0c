-- Begins legs: whoever carried the run before can write nothing from here on. $1 now; k the legs.
with {k}
update run r
   set version = r.version + 1, state = 'RUNNING', update_time = $1
  from k
 where r.workspace_id = k.ws and r.id = k.id and r.leg = k.leg and r.end_time is null
returning r.*
