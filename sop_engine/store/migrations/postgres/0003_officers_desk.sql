-- The tables of migrations/sqlite as they are at number 3, with which this numbering begins. Texts sort by their code
-- points (COLLATE "C") and times are UTC text, so that every row is the same in both databases. A state of '' is to be
-- told again from the record.

CREATE TABLE definitions (
    digest text COLLATE "C" PRIMARY KEY,
    sop text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    zone text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    unit_text text COLLATE "C",
    unit text COLLATE "C" NOT NULL DEFAULT ''
);

CREATE TABLE cases (
    id text COLLATE "C" PRIMARY KEY,
    sop text COLLATE "C" NOT NULL,
    procedure text COLLATE "C" NOT NULL,
    definition text COLLATE "C" NOT NULL REFERENCES definitions (digest),
    opened_at text COLLATE "C" NOT NULL,
    changed_at text COLLATE "C" NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    status text COLLATE "C" NOT NULL CHECK (status IN ('open', 'finished', 'rejected', 'withdrawn', 'suspended')),
    alarm text COLLATE "C",        -- when something is to be done by itself
    complaint integer NOT NULL DEFAULT 0 CHECK (complaint IN (0, 1)),
    about text COLLATE "C",        -- the case that is complained of, or that called this one
    reference text COLLATE "C",    -- the applicant's letter, a register number
    channel text COLLATE "C",
    state text COLLATE "C" NOT NULL,
    head bytea NOT NULL            -- hash of the last event
) WITH (fillfactor = 80);          -- a step writes the row anew: with room beside it no index is touched

CREATE INDEX cases_by_opening ON cases (opened_at, id);
CREATE INDEX cases_by_alarm ON cases (alarm, id) WHERE alarm IS NOT NULL;
CREATE INDEX cases_by_subject ON cases (about) WHERE about IS NOT NULL;
CREATE INDEX complaints ON cases (opened_at, id) WHERE complaint = 1;

CREATE TABLE events (
    case_id text COLLATE "C" NOT NULL REFERENCES cases (id),
    seq integer NOT NULL CHECK (seq > 0),
    body text COLLATE "C" NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (case_id, seq)
);

CREATE TABLE tasks (
    office text COLLATE "C" NOT NULL,
    due text COLLATE "C" NOT NULL,
    case_id text COLLATE "C" NOT NULL REFERENCES cases (id),
    step text COLLATE "C" NOT NULL,
    own integer NOT NULL CHECK (own IN (0, 1)),
    activity text COLLATE "C" NOT NULL,
    since text COLLATE "C" NOT NULL,
    holder text COLLATE "C",       -- the person who has claimed it
    PRIMARY KEY (office, due, case_id, step)
);

CREATE INDEX tasks_by_holder ON tasks (holder, due, case_id, step) WHERE holder IS NOT NULL;

CREATE TABLE counters (
    sop text COLLATE "C" NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL,
    PRIMARY KEY (sop, year)
);

-- Who the applicant is: apart from the record, which knows a salted digest only, so that it can be erased.
CREATE TABLE applicants (
    case_id text COLLATE "C" PRIMARY KEY REFERENCES cases (id),
    salt text COLLATE "C" NOT NULL,
    data text COLLATE "C" NOT NULL,
    secret integer NOT NULL CHECK (secret IN (0, 1))
);

CREATE TABLE desk (
    seq integer PRIMARY KEY CHECK (seq > 0),
    body text COLLATE "C" NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE people (
    seq integer PRIMARY KEY CHECK (seq > 0),
    text text COLLATE "C" NOT NULL
);

-- Attachments, which lie in a folder beside an SQLite store.
CREATE TABLE files (
    digest text COLLATE "C" PRIMARY KEY,
    content bytea NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events EXECUTE FUNCTION refuse_change();
CREATE TRIGGER definitions_are_not_changed BEFORE UPDATE ON definitions FOR EACH ROW WHEN (OLD.unit <> '')
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER definitions_stay BEFORE DELETE ON definitions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER definitions_are_not_emptied BEFORE TRUNCATE ON definitions EXECUTE FUNCTION refuse_change();
CREATE TRIGGER desk_stays BEFORE UPDATE OR DELETE ON desk FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER desk_is_not_emptied BEFORE TRUNCATE ON desk EXECUTE FUNCTION refuse_change();

-- Puts tasks into the inboxes: seven texts each (office, due, step, own, activity, since, holder).
CREATE FUNCTION add_tasks(which text, opened text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1 .. cardinality(opened) BY 7 LOOP
        INSERT INTO tasks (office, due, case_id, step, own, activity, since, holder)
        VALUES (opened[i], opened[i + 1], which, opened[i + 2], opened[i + 3]::integer, opened[i + 4], opened[i + 5],
            opened[i + 6]);
    END LOOP;
END $$;

-- Opens a case under a number of its register, in one round trip: null when it is open, else the number drawn last,
-- when that is not the one before. `pinned` has the columns of its definition in their order (seven), `who` those of
-- its applicant without the case (three, or none).
CREATE FUNCTION open_case(
    pinned text[], for_year integer, number integer,
    which text, way text, at text, standing text, next_alarm text, is_complaint integer, subject text,
    letter text, came_by text, told text, said text, new_head bytea, opened text[], who text[]
) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    IF number = 1 THEN
        INSERT INTO counters (sop, year, last) VALUES (pinned[2], for_year, 1) ON CONFLICT DO NOTHING;
    ELSE
        UPDATE counters SET last = number WHERE sop = pinned[2] AND year = for_year AND last = number - 1;
    END IF;
    IF NOT FOUND THEN
        RETURN coalesce((SELECT c.last FROM counters AS c WHERE c.sop = pinned[2] AND c.year = for_year), 0);
    END IF;
    INSERT INTO definitions (digest, sop, title, zone, unit, text, unit_text)
    VALUES (pinned[1], pinned[2], pinned[3], pinned[4], pinned[5], pinned[6], pinned[7]) ON CONFLICT DO NOTHING;
    INSERT INTO cases (id, sop, procedure, definition, opened_at, changed_at, version, status, alarm, complaint, about,
        reference, channel, state, head)
    VALUES (which, pinned[2], way, pinned[1], at, at, 1, standing, next_alarm, is_complaint, subject,
        letter, came_by, told, new_head);
    INSERT INTO events (case_id, seq, body, hash) VALUES (which, 1, said, new_head);
    PERFORM add_tasks(which, opened);
    IF cardinality(who) > 0 THEN
        INSERT INTO applicants (case_id, salt, data, secret) VALUES (which, who[1], who[2], who[3]::integer);
    END IF;
    RETURN NULL;
END $$;

-- Keeps one event with what it tells, in one round trip: null when it is kept, 0 when the case has moved on. The
-- event before must be the last one and the one that the case's head stands for, and be whole: hash = sha256(hash before in
-- hexadecimal, or genesis; line feed; body). `closed` has three texts for each task that waits no longer (office, due,
-- step), `opened` seven for each that waits from now on (and own, activity, since, holder).
CREATE FUNCTION append_event(
    which text, before integer, head_before bytea, genesis text,
    at text, standing text, next_alarm text, told text, said text, new_head bytea, closed text[], opened text[]
) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases SET changed_at = at, version = before + 1, status = standing, alarm = next_alarm, state = told,
        head = new_head
    WHERE id = which AND version = before;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    INSERT INTO events (case_id, seq, body, hash)
    SELECT which, before + 1, said, new_head
    FROM events AS e LEFT JOIN events AS p ON p.case_id = which AND p.seq = before - 1
    WHERE e.case_id = which AND e.seq = before AND e.hash = head_before
        AND e.hash = sha256(convert_to(coalesce(encode(p.hash, 'hex'), genesis) || E'\n' || e.body, 'UTF8'))
        AND NOT EXISTS (SELECT FROM events AS l WHERE l.case_id = which AND l.seq > before);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the chain of % does not hold', which USING ERRCODE = 'SO011', DETAIL = which, HINT = before;
    END IF;
    FOR i IN 1 .. cardinality(closed) BY 3 LOOP
        DELETE FROM tasks WHERE office = closed[i] AND due = closed[i + 1] AND case_id = which AND step = closed[i + 2];
    END LOOP;
    PERFORM add_tasks(which, opened);
    RETURN NULL;
END $$;
