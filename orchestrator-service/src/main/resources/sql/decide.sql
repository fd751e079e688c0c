-- Stores decisions and the new place in the stream. $1 now, $2 epoch of the reader, $3 cursor; d the decisions.
-- A reader that lost its lease stores nothing.
with {d},
read as (
    update decision_reader set stream_cursor = $3 where name = 'review' and epoch = $2 returning 1
),
stored as (
    insert into decision (workspace_id, run_id, proposal_key, item_id, state, grant_id, grant_jws, edited_payload,
                          reason, decided_by, decide_time, stream_cursor, version, wants_draft)
    select d.ws, d.run_id, d.proposal_key, d.item_id, d.state, d.grant_id, d.grant_jws, d.edited_payload,
           d.reason, d.decided_by, coalesce(d.decide_time, $1), d.stream_cursor, d.version, d.wants_draft
      from d cross join read
    on conflict do nothing
)
select count(*) as reader from read
