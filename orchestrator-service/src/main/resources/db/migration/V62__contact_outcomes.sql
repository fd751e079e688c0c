-- What became of messages after they went out, for the gate. Told once the effect itself is known to have happened.
create table contact_outcome (
    workspace_id text        not null,
    effect_id    text        not null,
    outcome      text        not null,
    detail       text        not null,
    create_time  timestamptz not null,
    reported     boolean     not null default false,
    primary key (workspace_id, effect_id, outcome)
);
create index contact_outcome_to_report on contact_outcome (create_time) where not reported;

-- By whom it reached: one entry for each effect, that of its first message.
create index effect_message_of_contact on effect_message (workspace_id, contact) where step = 0;
