-- Which versions of which items were posted to the reviewers' channel.
create table slack_notice (
    workspace_id text not null,
    item_id text not null,
    version int not null,
    take_time timestamptz not null,
    posted boolean not null default false,
    primary key (workspace_id, item_id, version)
);

-- Requests of Slack's that were seen, so that none counts twice.
create table slack_request (
    signature_sha256 text primary key,
    seen_time timestamptz not null
);
create index slack_request_by_time on slack_request (seen_time);
