-- Until PostgreSQL has seen a table's rows, all indexes that begin with the workspace look alike to it, and it took one of these to
-- look for an item's id or its decisions: it read all entries of the workspace, at every decision. They begin with what they are for.
alter table item drop constraint item_workspace_id_run_id_proposal_key_key;
alter table item add unique (run_id, proposal_key, workspace_id);
drop index item_by_state;
create index item_by_state on item (state, workspace_id, id desc);
drop index item_by_domain;
create index item_by_domain on item (domain, workspace_id, id desc);
drop index item_open_by_domain;
create index item_open_by_domain on item (domain, workspace_id, priority desc, id) where state in ('PENDING', 'ESCALATED');
drop index item_by_run;
create index item_by_run on item (run_id, workspace_id, id);
drop index item_by_grant;
create index item_by_grant on item (grant_id, workspace_id) where grant_id is not null;
drop index item_decision_by_time;
create index item_decision_by_time on item_decision (decide_time, workspace_id);
drop index item_decision_by;
create index item_decision_by on item_decision (decided_by, workspace_id, decide_time);
drop index item_opening_by;
create index item_opening_by on item_opening (opened_by, workspace_id, open_time);
drop index audit_event_by_item;
create index audit_event_by_item on audit_event (item_id, workspace_id, number desc);
