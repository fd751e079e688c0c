-- How often an effect had been tried when a person took its run up again: its tries are counted anew from there.
alter table effect add column tried int not null default 0;
