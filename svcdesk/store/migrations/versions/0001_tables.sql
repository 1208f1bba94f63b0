-- The tables of a hall. What people may do with them is in 0001_guards.sql.

-- The hall -------------------------------------------------------------------------------

CREATE TABLE svc.setting (
    key text PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 60),
    value jsonb NOT NULL
);

CREATE TABLE svc.calendar_year (
    year integer PRIMARY KEY CHECK (year BETWEEN 1990 AND 2199),
    source text NOT NULL
);

CREATE TABLE svc.calendar_day (
    day date PRIMARY KEY,
    working boolean NOT NULL
);

CREATE TABLE svc.working_day (
    day date PRIMARY KEY,
    ordinal integer NOT NULL UNIQUE
);

-- Units, windows, seats ------------------------------------------------------------------

CREATE TABLE svc.unit (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9]{2,12}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    short_name text NOT NULL CHECK (length(short_name) BETWEEN 1 AND 60),
    placement text NOT NULL CHECK (placement IN ('centre', 'city_window', 'supervision_hall')),
    sort_key text NOT NULL
);

CREATE TABLE svc."window" (
    id uuid PRIMARY KEY,
    number integer NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 9999),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    kind text NOT NULL CHECK (kind IN ('unit', 'comprehensive'))
);

CREATE TABLE svc.window_unit (
    window_id uuid NOT NULL REFERENCES svc."window",
    unit_id uuid NOT NULL REFERENCES svc.unit,
    PRIMARY KEY (window_id, unit_id)
);
CREATE INDEX ON svc.window_unit (unit_id);

CREATE TABLE svc.seat (
    id uuid PRIMARY KEY,
    code integer NOT NULL UNIQUE CHECK (code BETWEEN 1 AND 9999),
    window_id uuid NOT NULL REFERENCES svc."window"
);
CREATE INDEX ON svc.seat (window_id);

-- A digest only; the key itself lies on the counter PC.
CREATE TABLE svc.seat_key (
    seat_id uuid PRIMARY KEY REFERENCES svc.seat,
    digest bytea NOT NULL
);

-- Which connection has proved which seat. Connections end, so it need not outlive a crash.
CREATE UNLOGGED TABLE svc.seat_session (
    process integer PRIMARY KEY,
    started timestamptz NOT NULL,
    login name NOT NULL,
    seat_id uuid NOT NULL
);

CREATE TABLE svc.number_series (
    seat_id uuid NOT NULL REFERENCES svc.seat,
    day date NOT NULL,
    last integer NOT NULL CHECK (last BETWEEN 1 AND 999),
    PRIMARY KEY (seat_id, day)
) WITH (fillfactor = 50);

-- People ---------------------------------------------------------------------------------

CREATE TABLE svc.person (
    id uuid PRIMARY KEY,
    login text NOT NULL UNIQUE CHECK (login ~ '^[a-z][a-z0-9_]{1,30}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    sort_key text NOT NULL,
    staff_no text NOT NULL CHECK (length(staff_no) <= 20),
    principal text NOT NULL CHECK (principal IN ('city_centre', 'district_centre', 'home_unit')),
    unit_id uuid REFERENCES svc.unit,
    window_id uuid REFERENCES svc."window",
    active boolean NOT NULL DEFAULT true
);
CREATE INDEX ON svc.person (unit_id);
CREATE INDEX ON svc.person (window_id);

CREATE TABLE svc.post (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    person_id uuid NOT NULL REFERENCES svc.person,
    role text NOT NULL CHECK (role IN (
        'svcdesk_clerk', 'svcdesk_window_head', 'svcdesk_manager', 'svcdesk_attendance_officer',
        'svcdesk_administrator', 'svcdesk_auditor', 'svcdesk_home_unit')),
    since timestamptz NOT NULL DEFAULT clock_timestamp(),
    until timestamptz CHECK (until >= since)
);
CREATE UNIQUE INDEX post_held ON svc.post (person_id, role) WHERE until IS NULL;

-- The catalogue --------------------------------------------------------------------------

CREATE TABLE svc.item (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 50),
    unit_id uuid NOT NULL REFERENCES svc.unit,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    initials text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('on_the_spot', 'promised', 'joint', 'reported_up')),
    promised_days integer NOT NULL CHECK (promised_days BETWEEN 0 AND 365),
    statutory_days integer NOT NULL CHECK (statutory_days BETWEEN 0 AND 365),
    statutory_unit text NOT NULL CHECK (statutory_unit IN ('working', 'calendar', 'month')),
    charged boolean NOT NULL,
    certificate text NOT NULL,
    legal_basis text NOT NULL,
    settled boolean NOT NULL,
    online_flow_submitted boolean NOT NULL,
    confidence text NOT NULL,
    active boolean NOT NULL DEFAULT true
);
CREATE INDEX ON svc.item (unit_id);

CREATE TABLE svc.material (
    id uuid PRIMARY KEY,
    item_id uuid NOT NULL REFERENCES svc.item,
    position integer NOT NULL CHECK (position > 0),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    form text NOT NULL CHECK (form IN ('original', 'copy', 'both')),
    copies integer NOT NULL CHECK (copies BETWEEN 0 AND 99),
    required boolean NOT NULL,
    UNIQUE (item_id, position)
);

-- Cases ----------------------------------------------------------------------------------

CREATE TABLE svc.step_rule (
    state text NOT NULL,
    step text NOT NULL,
    next text NOT NULL,
    PRIMARY KEY (state, step)
);
INSERT INTO svc.step_rule VALUES
    ('received', 'accept', 'accepted'),
    ('accepted', 'close', 'closed'),
    ('accepted', 'take_back_acceptance', 'void'),
    ('closed', 'take_back_closing', 'accepted');

CREATE TABLE svc.case_file (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{16}$'),
    item_id uuid NOT NULL REFERENCES svc.item,
    unit_id uuid NOT NULL REFERENCES svc.unit,
    window_id uuid NOT NULL REFERENCES svc."window",
    seat_id uuid NOT NULL REFERENCES svc.seat,
    clerk_id uuid NOT NULL REFERENCES svc.person,
    applicant text NOT NULL CHECK (length(applicant) BETWEEN 1 AND 120),
    phone text NOT NULL CHECK (phone ~ '^[-+0-9 ()]{0,30}$'),
    agent text NOT NULL CHECK (length(agent) <= 120),
    note text NOT NULL CHECK (length(note) <= 500),
    document_kind text NOT NULL,
    document_tail text NOT NULL,
    state text NOT NULL CHECK (state IN ('received', 'accepted', 'closed', 'void')),
    outcome text CHECK (outcome IN ('granted', 'refused')),
    received_at timestamptz NOT NULL,
    accepted_at timestamptz,
    accepted_on date,
    promised_on date,
    statutory_on date,
    provisional boolean NOT NULL DEFAULT false,
    closed_on date,
    loaded boolean NOT NULL,
    entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT due_after_accepted CHECK (promised_on >= accepted_on AND statutory_on >= accepted_on),
    CONSTRAINT closed_after_accepted CHECK (closed_on >= accepted_on),
    CONSTRAINT closed_with_outcome CHECK ((state = 'closed') = (outcome IS NOT NULL)),
    CONSTRAINT closed_with_date CHECK ((state = 'closed') = (closed_on IS NOT NULL))
);
CREATE INDEX case_by_window ON svc.case_file (window_id, number DESC);
CREATE INDEX case_by_window_due ON svc.case_file (window_id, promised_on) WHERE state = 'accepted';
CREATE INDEX case_by_unit ON svc.case_file (unit_id, number DESC);
CREATE INDEX case_by_acceptance ON svc.case_file (accepted_on) INCLUDE (unit_id, state, closed_on);
CREATE INDEX case_by_closing ON svc.case_file (closed_on) INCLUDE (unit_id, state);
CREATE INDEX case_by_item ON svc.case_file (item_id, accepted_on);
CREATE INDEX case_by_phone ON svc.case_file (phone text_pattern_ops) WHERE phone <> '';
CREATE INDEX case_by_clerk ON svc.case_file (clerk_id);
CREATE INDEX case_by_seat ON svc.case_file (seat_id);

-- Full document numbers: nobody holds SELECT here, see svc.reveal_document.
CREATE TABLE svc.case_document (
    case_id uuid PRIMARY KEY REFERENCES svc.case_file DEFERRABLE INITIALLY DEFERRED,
    kind text NOT NULL CHECK (kind IN (
        'resident_id', 'residence_permit', 'foreign_permanent', 'travel_permit', 'organisation')),
    number text NOT NULL CHECK (number ~ '^[0-9A-Z]{8,18}$'),
    key bytea NOT NULL
);
CREATE INDEX ON svc.case_document (key);

CREATE TABLE svc.case_material (
    case_id uuid NOT NULL REFERENCES svc.case_file,
    material_id uuid NOT NULL REFERENCES svc.material,
    mark text NOT NULL CHECK (mark IN ('unjudged', 'complete', 'missing', 'not_applicable')),
    position integer NOT NULL,
    name text NOT NULL,
    form text NOT NULL,
    copies integer NOT NULL,
    PRIMARY KEY (case_id, material_id)
);
CREATE INDEX ON svc.case_material (material_id);

CREATE TABLE svc.case_step (
    case_id uuid NOT NULL REFERENCES svc.case_file,
    ordinal integer NOT NULL,
    step text NOT NULL CHECK (step IN (
        'receive', 'accept', 'close', 'take_back_acceptance', 'take_back_closing')),
    seen integer,
    outcome text CHECK (outcome IN ('granted', 'refused')),
    note text NOT NULL CHECK (length(note) <= 500),
    at timestamptz NOT NULL,
    person_id uuid NOT NULL REFERENCES svc.person,
    seat_id uuid REFERENCES svc.seat,
    entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    loaded boolean NOT NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX ON svc.case_step (person_id);
CREATE INDEX ON svc.case_step (seat_id);

CREATE TABLE svc.receipt (
    case_id uuid PRIMARY KEY REFERENCES svc.case_file,
    sheet jsonb NOT NULL,
    issued_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE svc.reprint (
    case_id uuid NOT NULL REFERENCES svc.receipt,
    ordinal integer NOT NULL CHECK (ordinal > 0),
    at timestamptz NOT NULL,
    person_id uuid NOT NULL REFERENCES svc.person,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX ON svc.reprint (person_id);

CREATE TABLE svc.document_view (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    case_id uuid NOT NULL REFERENCES svc.case_file,
    person_id uuid NOT NULL REFERENCES svc.person,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    granted boolean NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ON svc.document_view (case_id);
CREATE INDEX ON svc.document_view (person_id);

CREATE TABLE svc.document_search (
    login name NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    key bytea NOT NULL
);
CREATE INDEX ON svc.document_search (login, at);

-- The key under which document numbers are hashed for search; read by functions only.
CREATE TABLE svc.secret (
    name text PRIMARY KEY,
    value bytea NOT NULL
);
INSERT INTO svc.secret VALUES (
    'document_key',
    decode(replace(gen_random_uuid()::text || gen_random_uuid()::text
                   || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- Attendance -----------------------------------------------------------------------------

CREATE TABLE svc.punch (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    person_id uuid NOT NULL REFERENCES svc.person,
    direction text NOT NULL CHECK (direction IN ('in', 'out')),
    at timestamptz NOT NULL,
    seat_id uuid REFERENCES svc.seat,
    entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    loaded boolean NOT NULL
);
CREATE INDEX ON svc.punch (person_id, at);
CREATE INDEX ON svc.punch (at);
CREATE INDEX ON svc.punch (seat_id);

-- What was done, and the journal -----------------------------------------------------------

CREATE TABLE svc.act_done (
    key uuid PRIMARY KEY,
    act text NOT NULL CHECK (length(act) <= 60),
    digest text NOT NULL CHECK (length(digest) <= 64),
    answer jsonb NOT NULL,
    login name NOT NULL DEFAULT session_user,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE svc.journal_head (
    chain text PRIMARY KEY,
    ordinal bigint NOT NULL,
    hash bytea NOT NULL
) WITH (fillfactor = 20);

CREATE TABLE svc.journal (
    chain text NOT NULL,
    ordinal bigint NOT NULL,
    at timestamptz NOT NULL,
    table_name text NOT NULL,
    operation text NOT NULL,
    before jsonb,
    after jsonb,
    hash bytea NOT NULL,
    PRIMARY KEY (chain, ordinal)
);
