-- Until PostgreSQL has seen a table's rows, all indexes that begin with the workspace look alike to it, and it took one of these to
-- look for a run's id, or an effect's grant: it read all entries of the workspace, at every call. They begin with what they are for now.
drop index run_of_batch;
create index run_of_batch on run (batch_id, workspace_id, batch_index) where batch_id is not null;
drop index run_of_domain;
create index run_of_domain on run (domain, workspace_id, id);
drop index effect_once_per_grant;
create unique index effect_once_per_grant on effect (grant_id, workspace_id);
drop index effect_of_run;
create index effect_of_run on effect (run_id, workspace_id);
drop index effect_message_of_effect;
create index effect_message_of_effect on effect_message (effect_id, workspace_id);
drop index effect_message_of_contact;
create index effect_message_of_contact on effect_message (contact, workspace_id) where step = 0;
