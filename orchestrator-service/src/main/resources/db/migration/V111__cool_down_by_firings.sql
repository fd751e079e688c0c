-- When a trigger last started a run for an account is read off its firings: one that started none counts no more.
create index firing_that_counts on firing (workspace_id, domain, trigger_id, fire_time)
 where outcome in ('CLAIMED', 'CLAIMED_HELD', 'STARTED', 'HELD_BY_BREAKER');
drop table trigger_account;
