-- What the console needs to know of who is signed in, and what reviewers keep for themselves.

-- Pages ask for roles again: admins change policy, reviewers decide.
alter table console_link add column roles text not null default 'reviewer';
alter table console_session
    add column roles text not null default 'reviewer',
    add column signed_in_with text not null default 'link',
    add column begin_time timestamptz not null default now(),
    -- Since when somebody reviews without a pause.
    add column busy_since timestamptz not null default now();
create index console_session_by_subject on console_session (workspace_id, subject);

-- A sign-in at the identity provider that is under way. Short-lived, used once, bound to one browser by a cookie.
create table console_login (
    state_sha256 text primary key,
    browser_sha256 text not null,
    nonce text not null,
    verifier text not null,
    return_to text not null,
    expire_time timestamptz not null
);

-- A reviewer's own names for filters of the queue.
create table console_view (
    workspace_id text not null,
    subject text not null,
    name text not null,
    query text not null,
    create_time timestamptz not null,
    primary key (workspace_id, subject, name)
);
