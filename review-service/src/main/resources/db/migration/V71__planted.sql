-- Known-bad copies that test the review: what was changed, so that it can be told afterwards. A proposal is copied at most once.
create table planted_item (
    workspace_id text not null,
    item_id text not null,
    copy_of text not null,
    fault text not null,
    true_text text not null,
    false_text text not null,
    create_time timestamptz not null,
    primary key (workspace_id, item_id),
    unique (workspace_id, copy_of)
);

create index planted_item_by_time on planted_item (workspace_id, create_time);

-- Whatever the code does, it never acts: neither has it a grant, nor does a run hear of it.
alter table item add constraint planted_is_never_granted
    check (not planted or (grant_id is null and grant_jws is null and state <> 'AUTO_GRANTED'));

create function planted_is_never_told() returns trigger language plpgsql as $$
begin
    if exists (select 1 from item i where i.workspace_id = new.workspace_id and i.id = new.item_id and i.planted) then
        raise exception 'a planted item is nobody''s to act on';
    end if;
    return new;
end
$$;

create trigger decision_feed_without_planted before insert on decision_feed
    for each row execute function planted_is_never_told();

-- What was planted stays planted.
create function planted_stays_planted() returns trigger language plpgsql as $$
begin
    raise exception 'a planted item cannot become a real one';
end
$$;

create trigger item_stays_planted before update on item
    for each row when (old.planted and not new.planted) execute function planted_stays_planted();
