-- How often in a row a process died, or fell silent, while it carried this. Set to zero by a leg that ends well.
alter table scheduled_tasks add column takeovers int not null default 0;
