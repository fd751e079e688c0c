-- Writes many decisions of one workspace at once, as V80 does proposals. An item is only decided as it was read: whatever was written to it
-- since, nothing is written here.

-- What was decided says of each kind. What the rules looked at must be as it was read; what passed alone meanwhile does not matter. Kinds in
-- order, so that two transactions do not wait for each other; before what enters the audit chain, as V62 has it.
create function tracks_labelled(ws text, at timestamptz, tracks text) returns void language plpgsql as $$
declare
    t record;
begin
    for t in
        select * from jsonb_to_recordset(tracks::jsonb) as x(action_type text, segment_id text, level text, labels text, fresh int,
            tightened int, was_level text, was_labels text, was_fresh int, was_tightened int, was_bad int, was_settled boolean)
        order by action_type, segment_id
    loop
        if t.was_level is null then
            insert into autonomy_track (workspace_id, action_type, segment_id, level, labels, fresh, tightened, passed,
                bad_outcomes, alarm, change_time, changed_by, reason)
            values (ws, t.action_type, t.segment_id, t.level, t.labels, t.fresh, t.tightened, 0, 0, '', at, 'outrider',
                'Everything begins reviewed')
            on conflict do nothing;
        else
            update autonomy_track set level = t.level, labels = t.labels, fresh = t.fresh, tightened = t.tightened
            where workspace_id = ws and action_type = t.action_type and segment_id = t.segment_id and level = t.was_level
                and labels = t.was_labels and fresh = t.was_fresh and tightened = t.was_tightened
                and bad_outcomes = t.was_bad and settled = t.was_settled;
        end if;
        if not found then
            raise exception 'the track changed meanwhile' using errcode = 'serialization_failure';
        end if;
    end loop;
end
$$;

-- `decided` is one object an item, its announcement at `place` of `announcements`; `most` and `grants` are numbers by action type.
create function decide_together(ws text, judged_under bigint, at timestamptz, on_day date, most text, requests text, decided text,
    announcements bytea[], tracks text, grants text, events text) returns bigint language plpgsql as $$
declare
    d record;
    says boolean;
begin
    -- Items in order, so that two transactions do not wait for each other.
    for d in
        select * from jsonb_to_recordset(decided::jsonb) as x(place int, id text, row_version text, state text, is_open boolean,
            told boolean, counts boolean, required_approvals int, due_time timestamptz, grant_id text, grant_jws text,
            grant_expire_time timestamptz, decided_by text, type text, version int, payload_sha256 text, reason text,
            comment text, overrode_lint boolean, time_on_item_ms bigint, batch_id text)
        order by id
    loop
        update item set state = d.state, required_approvals = d.required_approvals, due_time = d.due_time,
            assignee = null, claim_expire_time = null, grant_id = d.grant_id, grant_jws = d.grant_jws,
            grant_expire_time = d.grant_expire_time,
            material = d.state <> 'RESPONDED' and material,
            label = case when d.is_open then label when d.state = 'ACCEPTED' then true when d.state = 'IGNORED' then null
                else false end
        where workspace_id = ws and id = d.id and xmin::text = d.row_version
        returning label into says;
        if not found then
            raise exception 'the item changed meanwhile' using errcode = 'serialization_failure';
        end if;
        insert into item_decision (workspace_id, item_id, number, decided_by, decide_time, type, version, payload_sha256,
            reason, comment, overrode_lint, time_on_item_ms, batch_id)
        values (ws, d.id, 1, d.decided_by, at, d.type, d.version, d.payload_sha256, d.reason, d.comment, d.overrode_lint,
            d.time_on_item_ms, d.batch_id);
        if d.told then
            insert into decision_feed (workspace_id, item_id, document) values (ws, d.id, announcements[d.place]);
            perform pg_notify('outrider_decisions', '');
        end if;
        if d.counts and not d.is_open and says is not null then
            insert into calibration_due (workspace_id, action_type, segment_id, agent, model)
            select ws, i.action_type, i.segment_id, i.agent, i.model from item i where i.workspace_id = ws and i.id = d.id;
        end if;
    end loop;
    perform grants_stay_below(ws, on_day, most);
    insert into request (workspace_id, request_id, body_sha256, create_time)
    select ws, r.request_id, r.body_sha256, at
    from jsonb_to_recordset(requests::jsonb) as r(request_id text, body_sha256 text);
    perform tracks_labelled(ws, at, tracks);
    perform audit_append_under(ws, judged_under, on_day, grants, events);
    return judged_under;
end
$$;
