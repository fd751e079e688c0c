-- Decisions of the reviewers' channel that are held, and where Slack lets their message be changed from for half an hour.
create table slack_hold (
    workspace_id text not null,
    item_id text not null,
    version int not null,
    decided_by text not null,
    type text not null,
    slack_user text not null,
    answer_url text not null,
    decide_time timestamptz not null,
    take_time timestamptz,
    primary key (workspace_id, item_id)
);
