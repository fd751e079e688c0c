-- Who makes a record in the CRM, and what was made. One row for each provider's credential, type and key, for all workspaces
-- and replicas: they write to the same CRM. The key is hashed: it may be an address.
create table making (
    provider    text        not null,
    type        text        not null,
    key_sha256  text        not null,
    taken_by    text        not null,
    taken_at    timestamptz not null,
    external_id text        not null default '',
    primary key (provider, type, key_sha256)
);
