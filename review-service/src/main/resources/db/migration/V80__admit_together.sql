-- Admits the proposals of many requests of one workspace at once: everything that one transaction writes for them, in one statement, so
-- that the locks it takes are never held over a way of the network. What was read before is compared here, and the policy once more at
-- the commit (V60): where anything that a judgement rests on has changed meanwhile, nothing is written.

-- Fails where the day has had more grants of a type than the judgement allows for. Types in order, so that two transactions do not wait
-- for each other; each count stays as it is until the commit.
create function grants_stay_below(ws text, on_day date, most text) returns void language plpgsql as $$
declare
    one record;
    had bigint;
begin
    for one in select key as type, value::bigint as most from jsonb_each_text(most::jsonb) order by key
    loop
        insert into grant_count as c (workspace_id, day, action_type, granted) values (ws, on_day, one.type, 0)
        on conflict (workspace_id, day, action_type) do update set granted = c.granted
        returning granted into had;
        if had > one.most then
            raise exception 'the day came near a limit meanwhile' using errcode = 'serialization_failure';
        end if;
    end loop;
end
$$;

-- Enters the audit chain for what was judged under a version of the policy, and counts its grants.
create function audit_append_under(ws text, judged_under bigint, on_day date, grants text, events text) returns void
    language plpgsql as $$
begin
    if grants <> '{}' then
        perform grants_add(ws, on_day, grants);
    end if;
    if audit_append(ws, events) <> judged_under then
        raise exception 'the policy changed meanwhile' using errcode = 'serialization_failure';
    end if;
end
$$;

-- `summaries` and `documents` are in the order of the items' `place`, from 1; `requests` are of request_id and body_sha256, `passed` of
-- what passed alone, `most` and `grants` of numbers by action type.
create function admit_together(ws text, judged_under bigint, at timestamptz, on_day date, most text, requests text, items text,
    summaries bytea[], documents bytea[], passed text, grants text, events text) returns bigint language plpgsql as $$
begin
    perform grants_stay_below(ws, on_day, most);
    insert into request (workspace_id, request_id, body_sha256, create_time)
    select ws, r.request_id, r.body_sha256, at
    from jsonb_to_recordset(requests::jsonb) as r(request_id text, body_sha256 text);
    insert into item (workspace_id, id, version, state, run_id, proposal_key, action_type, domain, playbook_id, author,
        payload_sha256, summary, gate, blast_radius, reversibility, reasons, policy_version, priority, required_approvals,
        lint_errors, unsupported, create_time, due_time, expiry_policy, seen_share, refusal_code, refusal_message, grant_id,
        grant_jws, grant_expire_time, agent, segment_id, model, confidence, sampled, would_pass, calibrated,
        calibration_version, findings)
    select ws, i.id, 1, i.state, i.run_id, i.proposal_key, i.action_type, i.domain, i.playbook_id, i.author,
        i.payload_sha256, summaries[i.place], i.gate, i.blast_radius, i.reversibility, i.reasons, judged_under, i.priority,
        i.required_approvals, i.lint_errors, i.unsupported, at, i.due_time, i.expiry_policy, i.seen_share, i.refusal_code,
        i.refusal_message, i.grant_id, i.grant_jws, i.grant_expire_time, i.agent, i.segment_id, i.model, i.confidence,
        i.sampled, i.would_pass, i.calibrated, i.calibration_version, i.findings
    from jsonb_to_recordset(items::jsonb) as i(place int, id text, state text, run_id text, proposal_key text,
        action_type text, domain text, playbook_id text, author text, payload_sha256 text, gate text, blast_radius text,
        reversibility text, reasons jsonb, priority double precision, required_approvals int, lint_errors int,
        unsupported int, due_time timestamptz, expiry_policy text, seen_share double precision, refusal_code text,
        refusal_message text, grant_id text, grant_jws text, grant_expire_time timestamptz, agent text, segment_id text,
        model text, confidence double precision, sampled boolean, would_pass boolean, calibrated double precision,
        calibration_version bigint, findings text);
    insert into item_version (workspace_id, item_id, version, document, made_by, create_time)
    select ws, i.id, 1, documents[i.place], i.run_id, at
    from jsonb_to_recordset(items::jsonb) as i(place int, id text, run_id text);
    insert into passed_pending (workspace_id, action_type, segment_id, level, passed)
    select ws, p.action_type, p.segment_id, p.level, p.passed
    from jsonb_to_recordset(passed::jsonb) as p(action_type text, segment_id text, level text, passed int)
    order by p.action_type, p.segment_id;
    perform audit_append_under(ws, judged_under, on_day, grants, events);
    return judged_under;
end
$$;
