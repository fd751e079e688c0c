-- The role that migrates owns the tables. The service's own role reads and writes them, but the audit log it can only read and add
-- to: it can neither change nor remove an event, nor switch off the trigger that forbids it.
grant usage on schema public to "${service_role}";
grant select, insert, update, delete on all tables in schema public to "${service_role}";
grant usage, select on all sequences in schema public to "${service_role}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${service_role}";
alter default privileges in schema public grant usage, select on sequences to "${service_role}";

revoke all on audit_event from "${service_role}";
revoke all on audit_event from public;
grant select, insert on audit_event to "${service_role}";

do $$
begin
    if current_user <> '${service_role}' then
        execute 'revoke insert, update, delete on flyway_schema_history from "${service_role}"';
    end if;
end
$$;
