-- A level that is lost is lost for what is under way, too.

alter table autonomy_track
    -- A person or an alarm has moved the level; until then it is the one that the policy gives ahead.
    add column settled boolean not null default false,
    -- What passed alone until then and was not used is not to be used any more.
    add column void_before timestamptz;
update autonomy_track set settled = true where changed_by <> 'outrider';

alter table item
    -- The share that people see of its like: what a decision on it stands for.
    add column seen_share double precision not null default 1,
    -- What became of it has counted against its kind.
    add column alarmed boolean not null default false;

-- What passes alone is counted, and its level looked at again, while the transaction commits: all that passes of a kind would otherwise
-- wait in one line for the row of the kind, from the statement to the end of the commit. Insert it before what enters the audit chain: what
-- changes a level locks its row first and the chain's head after it, too.
create table passed_pending (
    workspace_id text not null,
    id bigint generated always as identity,
    action_type text not null,
    segment_id text not null,
    -- The one that let it pass.
    level text not null,
    passed int not null,
    primary key (workspace_id, id)
);

create function passed_enter() returns trigger language plpgsql as $$
declare
    levels constant text[] := array['ALL_REVIEWED', 'SAMPLED', 'AUTONOMOUS'];
    track autonomy_track%rowtype;
begin
    insert into autonomy_track (workspace_id, action_type, segment_id, level, labels, fresh, tightened, passed, bad_outcomes, alarm,
        change_time, changed_by, reason)
    values (new.workspace_id, new.action_type, new.segment_id, 'ALL_REVIEWED', '', 0, 0, 0, 0, '', now(), 'outrider',
        'Everything begins at the level that the policy gives')
    on conflict do nothing;
    select * into strict track from autonomy_track
        where workspace_id = new.workspace_id and action_type = new.action_type and segment_id = new.segment_id for update;
    if track.settled and array_position(levels, track.level) < array_position(levels, new.level) then
        raise exception 'the level was lost meanwhile' using errcode = 'serialization_failure';
    end if;
    -- One bad outcome is forgotten with every fifty that pass, as Track.passedAlone has it.
    update autonomy_track set passed = track.passed + new.passed,
        bad_outcomes = greatest(0, track.bad_outcomes - ((track.passed + new.passed) / 50 - track.passed / 50))
        where workspace_id = new.workspace_id and action_type = new.action_type and segment_id = new.segment_id;
    delete from passed_pending where workspace_id = new.workspace_id and id = new.id;
    return null;
end
$$;

create constraint trigger passed_enters after insert on passed_pending
    deferrable initially deferred for each row execute function passed_enter();
