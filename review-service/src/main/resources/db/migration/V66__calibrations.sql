-- Calibrators as they were used: an item names the version that corrected its confidence, and anybody can compute it again. A version never
-- changes.
create table calibration (
    workspace_id text not null,
    action_type text not null,
    segment_id text not null,
    agent text not null,
    model text not null,
    version bigint not null,
    method text not null,
    -- Numbers with commas between, as the method has them.
    parameters text not null,
    labels int not null,
    fit_time timestamptz not null,
    primary key (workspace_id, action_type, segment_id, agent, model, version)
);

-- How the newest decisions compare with what the ones before them promised.
create table calibration_watch (
    workspace_id text not null,
    action_type text not null,
    segment_id text not null,
    agent text not null,
    model text not null,
    drift double precision not null,
    alarm boolean not null,
    check_time timestamptz not null,
    primary key (workspace_id, action_type, segment_id, agent, model)
);

-- What has new decisions and is to be fitted again. A row for each decision, so that decisions do not wait for each other.
create table calibration_due (
    id bigint generated always as identity primary key,
    workspace_id text not null,
    action_type text not null,
    segment_id text not null,
    agent text not null,
    model text not null
);

-- What was decided before is fitted when the service starts. The numbers on items from before were those of labels.
insert into calibration_due (workspace_id, action_type, segment_id, agent, model)
    select distinct workspace_id, action_type, segment_id, agent, model from item where label is not null and not planted;
