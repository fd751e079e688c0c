-- How many effects a credential has had in its present minute, where the provider says nothing of what is left: mail servers.
alter table connector_limit
    add column minute timestamptz not null default '-infinity',
    add column used   integer     not null default 0;
