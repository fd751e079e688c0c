-- The list that an open item is worked through in. Follows from what the policy said, so the database keeps it.
alter table item add column lane text not null generated always as (
    case
        when reasons @> '{"rules":[{"rule":"partial-result"}]}' or reasons @> '{"rules":[{"rule":"degraded-result"}]}'
            then 'PARTIAL'
        when gate = 'MANDATORY' then 'MANDATORY'
        when gate = 'SPOT_CHECK' then 'SPOT_CHECK'
        else 'BATCH'
    end) stored;

create index item_open_by_lane on item (workspace_id, lane, priority desc, id) include (create_time)
    where state in ('PENDING', 'ESCALATED');
create index item_open_by_domain on item (workspace_id, domain, priority desc, id) where state in ('PENDING', 'ESCALATED');
create index item_open_by_assignee on item (workspace_id, assignee, priority desc, id)
    where state in ('PENDING', 'ESCALATED') and assignee is not null;
