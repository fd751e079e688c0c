-- The caller left the level to the playbook, and qualification chooses the playbook.
alter table run add column level_open boolean not null default false;
