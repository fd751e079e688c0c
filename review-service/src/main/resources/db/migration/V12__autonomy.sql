-- What each action type in each segment has earned. One row, changed by every item of its kind that is decided or passes alone.
create table autonomy_track (
    workspace_id text not null,
    action_type text not null,
    segment_id text not null,
    level text not null,
    labels text not null,
    fresh int not null,
    tightened int not null,
    passed bigint not null,
    bad_outcomes int not null,
    alarm text not null,
    change_time timestamptz not null,
    changed_by text not null,
    reason text not null,
    primary key (workspace_id, action_type, segment_id)
);

-- Only the level of its kind, or a sample, asked for a person: what people decide says how right the rest is.
alter table item add column would_pass boolean not null default false;

-- What calibrators are fitted to.
create index item_labels on item (workspace_id, action_type, segment_id, agent, model, id desc)
    where state in ('ACCEPTED', 'EDITED', 'REJECTED', 'IGNORED', 'RESPONDED');
