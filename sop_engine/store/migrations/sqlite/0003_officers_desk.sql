-- The record is kept as it is hashed: one canonical JSON text an event. Everything else about a case that can be told
-- from its record lies in `cases.state`, and in `tasks`, the inbox. A state of '' is to be told again from the record.

ALTER TABLE definitions ADD COLUMN unit TEXT NOT NULL DEFAULT '';

-- A unit of '' is still to be read from the text of the definition.
DROP TRIGGER definitions_are_not_changed;
CREATE TRIGGER definitions_are_not_changed BEFORE UPDATE ON definitions WHEN OLD.unit <> ''
BEGIN
    SELECT RAISE(ABORT, 'pinned definitions do not change');
END;

DROP TRIGGER events_are_not_changed;
DROP TRIGGER events_are_not_deleted;
ALTER TABLE events RENAME TO old_events;
ALTER TABLE cases RENAME TO old_cases;
DROP TABLE tasks;

CREATE TABLE cases (
    id TEXT PRIMARY KEY NOT NULL,
    sop TEXT NOT NULL,
    procedure TEXT NOT NULL,
    definition TEXT NOT NULL REFERENCES definitions (digest),
    opened_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    status TEXT NOT NULL CHECK (status IN ('open', 'finished', 'rejected', 'withdrawn', 'suspended')),
    alarm TEXT,               -- when something is to be done by itself
    complaint INTEGER NOT NULL DEFAULT 0 CHECK (complaint IN (0, 1)),
    about TEXT,               -- the case that is complained of, or that called this one
    reference TEXT,           -- the applicant's letter, a register number
    channel TEXT,
    state TEXT NOT NULL,      -- JSON: what the record tells (store/state.py)
    head BLOB NOT NULL        -- hash of the last event
) WITHOUT ROWID;

INSERT INTO cases (id, sop, procedure, definition, opened_at, changed_at, version, status, state, head)
SELECT id, sop, procedure, definition, opened_at, changed_at, version, status, '', unhex(head) FROM old_cases;

CREATE INDEX cases_by_opening ON cases (opened_at, id);
CREATE INDEX cases_by_alarm ON cases (alarm) WHERE alarm IS NOT NULL;
CREATE INDEX cases_by_subject ON cases (about) WHERE about IS NOT NULL;
CREATE INDEX complaints ON cases (opened_at, id) WHERE complaint = 1;

-- Without a row id an event lies beside the others of its case: one page to write, one place to read.
CREATE TABLE events (
    case_id TEXT NOT NULL REFERENCES cases (id),
    seq INTEGER NOT NULL CHECK (seq > 0),
    body TEXT NOT NULL,       -- canonical JSON: keys sorted, nothing empty, no blanks
    hash BLOB NOT NULL,       -- 32 bytes: SHA-256 of the hash before (hexadecimal), a line feed, and the body
    PRIMARY KEY (case_id, seq)
) WITHOUT ROWID;

INSERT INTO events (case_id, seq, body, hash)
SELECT case_id, seq,
    '{' || CASE WHEN actor IS NULL THEN '' ELSE '"actor":' || json_quote(actor) || ',' END
    || CASE WHEN answer IS NULL THEN '' ELSE '"answer":' || json_quote(answer) || ',' END
    || '"at":' || json_quote(at) || ','
    || CASE WHEN definition IS NULL THEN '' ELSE '"definition":' || json_quote(definition) || ',' END
    || CASE WHEN ended IS NULL THEN '' ELSE '"end":' || json_quote(ended) || ',' END
    || CASE WHEN applicant_group IS NULL THEN '' ELSE '"group":' || json_quote(applicant_group) || ',' END
    || '"kind":' || json_quote(kind) || ','
    || CASE WHEN note IS NULL THEN '' ELSE '"note":' || json_quote(note) || ',' END
    || CASE WHEN opens = '[]' THEN '' ELSE '"opens":' || opens || ',' END
    || '"person":' || json_quote(person) || ',"seq":' || seq || ',"status":' || json_quote(status)
    || CASE WHEN step IS NULL THEN '' ELSE ',"step":' || json_quote(step) END
    || CASE WHEN times IS NULL THEN '' ELSE ',"times":' || times END
    || '}',
    unhex(hash)
FROM old_events;

DROP TABLE old_events;
DROP TABLE old_cases;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;

-- One row for each office (unit:actor) that may record the step, in the order in which an inbox shows them.
-- `own` marks the step's own actor; what is never due has the year 9999.
CREATE TABLE tasks (
    office TEXT NOT NULL,
    due TEXT NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id),
    step TEXT NOT NULL,
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    activity TEXT NOT NULL,
    since TEXT NOT NULL,
    holder TEXT,              -- the person who has claimed it
    PRIMARY KEY (office, due, case_id, step)
) WITHOUT ROWID;

CREATE INDEX tasks_by_holder ON tasks (holder, due, case_id, step) WHERE holder IS NOT NULL;

-- Who the applicant is: apart from the record, which knows a salted digest only, so that it can be erased.
CREATE TABLE applicants (
    case_id TEXT PRIMARY KEY NOT NULL REFERENCES cases (id),
    salt TEXT NOT NULL,
    data TEXT NOT NULL,       -- JSON; '' when it was erased
    secret INTEGER NOT NULL CHECK (secret IN (0, 1))
) WITHOUT ROWID;

-- What happens at the desk beside cases: refusals, looks at personal data, new lists of people. A chain of its own.
CREATE TABLE desk (
    seq INTEGER PRIMARY KEY NOT NULL CHECK (seq > 0),
    body TEXT NOT NULL,
    hash BLOB NOT NULL
);

CREATE TRIGGER desk_is_not_changed BEFORE UPDATE ON desk
BEGIN
    SELECT RAISE(ABORT, 'the record of the desk is append-only');
END;

CREATE TRIGGER desk_is_not_deleted BEFORE DELETE ON desk
BEGIN
    SELECT RAISE(ABORT, 'the record of the desk is append-only');
END;

-- The lists of people that were in force, the last one is.
CREATE TABLE people (
    seq INTEGER PRIMARY KEY NOT NULL CHECK (seq > 0),
    text TEXT NOT NULL
);
