-- What the figures of the review are counted from.

-- What the checks found when the item was proposed, as words with a space between; empty for nothing. An edit does not change it: it says
-- what the agent worked from and made. Null for items from before it was kept.
alter table item add column findings text;

-- Figures are for a stretch of time, however long the history is. The first is partial so that no reader of the queue, who never says
-- "not planted", is ever led to it.
create index item_by_time on item (workspace_id, create_time) where not planted;
create index item_decision_by_time on item_decision (workspace_id, decide_time);

