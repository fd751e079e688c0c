-- Only reviewers sign in to the console, so their roles need not be kept.
alter table console_link drop column roles;
alter table console_session drop column roles;
