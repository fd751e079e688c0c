-- The outcome came from a process whose run others have: what they took for unknown is known now.
alter table effect add column late boolean not null default false;
create index effect_late on effect (settle_time) where late;

-- Since when an effect is being taken back (state UNDOING).
alter table effect add column undo_time timestamptz;
