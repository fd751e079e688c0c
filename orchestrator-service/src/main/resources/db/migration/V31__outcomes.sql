-- Which of an effect's states the gate has heard of; empty for none. It hears of what needs a person, and what came of that.
alter table effect add column reported_state text not null default '';
create index effect_to_report on effect (settle_time)
    where reported_state <> state and (state in ('UNKNOWN', 'UNDONE') or reported_state <> '');
