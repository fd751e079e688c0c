-- What a second person, who did not know the first one's decision, would have done with an item that is over. It changes nothing: no
-- table that acts refers to it, and nobody can change it.
create table second_look (
    workspace_id text not null,
    item_id text not null,
    version int not null,
    first_by text not null,
    first_type text not null,
    answered_by text not null,
    answer text not null,
    reason text,
    comment text not null,
    answer_time timestamptz not null,
    primary key (workspace_id, item_id),
    constraint second_look_by_another check (answered_by <> first_by)
);
create index second_look_by_time on second_look (workspace_id, answer_time);
revoke update, delete on second_look from "${service_role}";

-- From 0 to below 1, the same for the same proposal for ever, and independent of the other samples.
create function second_look_draw(run_id text, proposal_key text) returns double precision immutable language sql as $$
    select ('x' || substr(md5(E'second look\n' || run_id || E'\n' || proposal_key), 1, 13))::bit(52)::bigint / 4503599627370496.0::double precision
$$;
