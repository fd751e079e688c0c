-- A page as it was read, kept once by content. Rows are inserted and never updated.
CREATE TABLE snapshot (
    workspace_id  text             NOT NULL,
    id            text             NOT NULL,
    url           text             NOT NULL,
    canonical_url text             NOT NULL,
    fetch_time    timestamptz      NOT NULL,
    http_status   integer          NOT NULL,
    content_type  text             NOT NULL,
    sha256        text             NOT NULL,
    title         text             NOT NULL,
    publisher     text             NOT NULL,
    publish_time  timestamptz,
    lang          text             NOT NULL,
    body          text             NOT NULL,
    source_type   text             NOT NULL,
    trust         double precision NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

-- The newest snapshot of each page of an account, and until when its facts may be used without reading it again.
CREATE TABLE page (
    workspace_id text        NOT NULL,
    domain       text        NOT NULL,
    url          text        NOT NULL,
    snapshot_id  text        NOT NULL,
    fetch_time   timestamptz NOT NULL,
    expire_time  timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, domain, url)
);

-- What was known of an account at one time. The document is a serialized outrider.type.v1.Brief. Ids sort by time.
CREATE TABLE brief (
    workspace_id text        NOT NULL,
    id           text        NOT NULL,
    domain       text        NOT NULL,
    depth        integer     NOT NULL,
    by_model     boolean     NOT NULL,
    create_time  timestamptz NOT NULL,
    expire_time  timestamptz NOT NULL,
    document     bytea       NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

CREATE INDEX brief_of_domain ON brief (workspace_id, domain, id DESC);

-- Each request that was answered, so that its repeat gets the same answer. `response` is the serialized response, without
-- the brief where `brief_id` names it.
CREATE TABLE request (
    workspace_id text        NOT NULL,
    request_id   text        NOT NULL,
    body_sha256  bytea       NOT NULL,
    brief_id     text,
    response     bytea       NOT NULL,
    create_time  timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, request_id)
);
