-- Parallel branches, limited answers, groups of applicants: what a case needs to know of them.
-- `cases.open_steps` entries may have the answer that opened them: [step, since, step, answer].

ALTER TABLE cases ADD COLUMN applicant_group TEXT;
ALTER TABLE cases ADD COLUMN given TEXT NOT NULL DEFAULT '[]'; -- JSON: [[step, answer, times], ...]
ALTER TABLE events ADD COLUMN times INTEGER;
ALTER TABLE events ADD COLUMN applicant_group TEXT;

-- Until now a case had one open step, and its last event had opened it.
UPDATE cases SET open_steps = (
    SELECT json_array(json_array(
        json_extract(cases.open_steps, '$[0][0]'), json_extract(cases.open_steps, '$[0][1]'), e.step, e.answer
    ))
    FROM events AS e WHERE e.case_id = cases.id AND e.seq = cases.version
)
WHERE status = 'open' AND EXISTS (
    SELECT 1 FROM events AS e WHERE e.case_id = cases.id AND e.seq = cases.version AND e.answer IS NOT NULL
);
