-- The record: what happened, chained by hash. Beside it what is projected from it in the same transaction:
-- the state of each case and the inbox. Times are UTC text (2026-01-02T03:04:05.000006Z), so that they sort.

CREATE TABLE definitions (
    digest TEXT PRIMARY KEY NOT NULL,
    sop TEXT NOT NULL,
    title TEXT NOT NULL,
    zone TEXT NOT NULL,
    text TEXT NOT NULL,
    unit_text TEXT
);

CREATE TABLE cases (
    id TEXT PRIMARY KEY NOT NULL,
    sop TEXT NOT NULL,
    procedure TEXT NOT NULL,
    definition TEXT NOT NULL REFERENCES definitions (digest),
    opened_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    status TEXT NOT NULL CHECK (status IN ('open', 'finished', 'rejected', 'withdrawn', 'suspended')),
    open_steps TEXT NOT NULL, -- JSON: [[step, since], ...]
    ended TEXT,               -- key of the end
    head TEXT NOT NULL        -- hash of the last event
) WITHOUT ROWID;

-- Without a row id an event lies beside the others of its case: one page to write, one place to read.
CREATE TABLE events (
    case_id TEXT NOT NULL REFERENCES cases (id),
    seq INTEGER NOT NULL CHECK (seq > 0),
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    step TEXT,
    actor TEXT,
    person TEXT NOT NULL,
    answer TEXT,
    note TEXT,
    opens TEXT NOT NULL,      -- JSON: [step, ...]
    ended TEXT,
    status TEXT NOT NULL,
    definition TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (case_id, seq)
) WITHOUT ROWID;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TRIGGER definitions_are_not_changed BEFORE UPDATE ON definitions
BEGIN
    SELECT RAISE(ABORT, 'pinned definitions do not change');
END;

CREATE TRIGGER definitions_are_not_deleted BEFORE DELETE ON definitions
BEGIN
    SELECT RAISE(ABORT, 'pinned definitions stay');
END;

-- One row for each actor who may record the step; `own` marks the step's own actor. An inbox lies in one place.
CREATE TABLE tasks (
    case_id TEXT NOT NULL REFERENCES cases (id),
    step TEXT NOT NULL,
    actor TEXT NOT NULL,
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    activity TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (actor, case_id, step)
) WITHOUT ROWID;

CREATE TABLE counters (
    sop TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (sop, year)
) WITHOUT ROWID;
