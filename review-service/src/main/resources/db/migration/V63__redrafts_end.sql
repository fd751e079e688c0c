-- What was sent back ends, too, where no draft comes in time; until now it stayed for ever, in no lane. What waits now has three days.
update item set due_time = greatest(due_time, now() + interval '72 hours') where state = 'RESPONDED';

drop index item_due;
create index item_due on item (due_time) where state in ('PENDING', 'ESCALATED', 'RESPONDED');
