"""The SQL of both stores. A value's place is written ``?``; what only one of them says lies in its own module."""

from __future__ import annotations

_CASE = """
SELECT c.id, c.sop, d.title, d.zone, d.unit, c.procedure, c.definition, c.opened_at, c.changed_at, c.complaint,
       c.about, c.reference, c.channel, c.head, c.version, c.status, c.state
FROM cases AS c JOIN definitions AS d ON d.digest = c.definition
"""
ONE_CASE = f"{_CASE} WHERE c.id = ?"
CASES = f"{_CASE} WHERE (c.opened_at, c.id) > (?, ?) ORDER BY c.opened_at, c.id LIMIT ?"
CASES_OF_STATUS = f"{_CASE} WHERE c.status = ? AND (c.opened_at, c.id) > (?, ?) ORDER BY c.opened_at, c.id LIMIT ?"
COMPLAINTS = f"{_CASE} WHERE c.complaint = 1 AND (c.opened_at, c.id) > (?, ?) ORDER BY c.opened_at, c.id LIMIT ?"
ABOUT = f"{_CASE} WHERE c.about = ? ORDER BY c.opened_at, c.id"
UNTOLD = "SELECT id FROM cases WHERE state = '' ORDER BY id"
ALARMS = """
SELECT id FROM cases WHERE alarm IS NOT NULL AND alarm <= ? AND (alarm, id) > (?, ?) ORDER BY alarm, id LIMIT ?
"""

INSERT_CASE = """
INSERT INTO cases (
    id, sop, procedure, definition, opened_at, changed_at, version, status, alarm, complaint, about, reference, channel,
    state, head
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
UPDATE_CASE = """
UPDATE cases SET changed_at = ?, version = ?, status = ?, alarm = ?, definition = ?, state = ?, head = ?
WHERE id = ? AND version = ?
"""
UPDATE_STATE = """
UPDATE cases SET status = ?, alarm = ?, complaint = ?, state = ? WHERE id = ? AND version = ? AND state = ''
"""

INSERT_EVENT = "INSERT INTO events (case_id, seq, body, hash) VALUES (?, ?, ?, ?)"
HISTORY = "SELECT seq, body, hash FROM events WHERE case_id = ? AND seq >= ? ORDER BY seq"
BACKWARDS = "SELECT seq, body, hash FROM events WHERE case_id = ? ORDER BY seq DESC"

INSERT_DEFINITION = """
INSERT INTO definitions (digest, sop, title, zone, unit, text, unit_text) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (digest) DO NOTHING
"""
DEFINITION = "SELECT digest, sop, title, zone, unit, text, unit_text FROM definitions WHERE digest = ?"
UNNAMED_UNITS = "SELECT digest FROM definitions WHERE unit = '' ORDER BY digest"
NAME_UNIT = "UPDATE definitions SET unit = ? WHERE digest = ? AND unit = ''"
DRAW = """
INSERT INTO counters (sop, year, last) VALUES (?, ?, 1)
ON CONFLICT (sop, year) DO UPDATE SET last = counters.last + 1
RETURNING last
"""

INSERT_TASK = (
    "INSERT INTO tasks (case_id, office, due, step, own, activity, since, holder) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
DELETE_TASK = "DELETE FROM tasks WHERE office = ? AND due = ? AND case_id = ? AND step = ?"

# The rows are found first, in the order of an index, and only what is shown is then looked up.
_TASKS = """
SELECT t.case_id, c.sop, d.title, d.zone, d.unit, c.procedure, c.definition, c.reference, t.step, t.office, t.activity,
       t.since, t.due, t.holder
FROM ({rows}) AS t JOIN cases AS c ON c.id = t.case_id JOIN definitions AS d ON d.digest = c.definition
ORDER BY t.due, t.case_id, t.step, t.office
"""
_FOUND = "SELECT * FROM tasks WHERE {which} AND (due, case_id, step) > (?, ?, ?) ORDER BY due, case_id, step LIMIT ?"
HELD_TASKS = _TASKS.format(rows=_FOUND.format(which="holder = ? AND own = 1"))
MOST_OFFICES = 100
"""How many offices one query may name: databases limit how many parts it has."""
AWAITED = """
WITH RECURSIVE found (office) AS (
    SELECT * FROM (SELECT office FROM tasks ORDER BY office LIMIT 1) AS first
    UNION ALL
    SELECT (SELECT t.office FROM tasks AS t WHERE t.office > found.office ORDER BY t.office LIMIT 1)
    FROM found WHERE found.office IS NOT NULL
)
SELECT office FROM found WHERE office IS NOT NULL
"""

INSERT_APPLICANT = "INSERT INTO applicants (case_id, salt, data, secret) VALUES (?, ?, ?, ?)"
APPLICANT = "SELECT salt, data, secret FROM applicants WHERE case_id = ?"
NAMED_ELSEWHERE = "SELECT 1 FROM events WHERE case_id <> ? AND body LIKE ? LIMIT 1"
ERASE_APPLICANT = "UPDATE applicants SET salt = '', data = '' WHERE case_id = ?"

LAST_NOTED = "SELECT seq, body, hash FROM desk ORDER BY seq DESC LIMIT 1"
INSERT_NOTED = "INSERT INTO desk (seq, body, hash) VALUES (?, ?, ?)"
NOTED = "SELECT seq, body, hash FROM desk ORDER BY seq"

PEOPLE = "SELECT text FROM people ORDER BY seq DESC LIMIT 1"
PEOPLE_SINCE = "SELECT seq, text FROM people WHERE seq > ? ORDER BY seq DESC LIMIT 1"
INSERT_PEOPLE = "INSERT INTO people (seq, text) SELECT coalesce(max(seq), 0) + 1, ? FROM people"

TABLES = {
    "definitions": ("digest", "sop", "title", "zone", "unit", "text", "unit_text"),
    "cases": (
        "id",
        "sop",
        "procedure",
        "definition",
        "opened_at",
        "changed_at",
        "version",
        "status",
        "alarm",
        "complaint",
        "about",
        "reference",
        "channel",
        "state",
        "head",
    ),
    "events": ("case_id", "seq", "body", "hash"),
    "tasks": ("case_id", "step", "office", "due", "own", "activity", "since", "holder"),
    "counters": ("sop", "year", "last"),
    "applicants": ("case_id", "salt", "data", "secret"),
    "desk": ("seq", "body", "hash"),
    "people": ("seq", "text"),
}
"""Every table and its columns, in an order in which they can be filled; rows are ordered by the first columns."""

OF_CASES = {"cases": "id", "events": "case_id", "tasks": "case_id", "applicants": "case_id"}
"""The tables in which a case has rows, and the column that names it: always their first."""


def tasks_of(offices: int, *, own: bool) -> str:
    """Return the query for the tasks of so many offices; ``own``: only steps whose own actor the office is.

    Each office's rows are read in the order of the index and no further than needed, then merged: one list of offices
    in a single condition would read and sort everything that waits for any of them.
    """
    found = _FOUND.format(which="office = ? AND own = 1" if own else "office = ?")
    rows = " UNION ALL ".join([f"SELECT * FROM ({found}) AS one"] * offices)  # noqa: S608 - nothing from outside
    merged = f"SELECT * FROM ({rows}) AS every ORDER BY due, case_id, step LIMIT ?"  # noqa: S608
    return _TASKS.format(rows=merged)
