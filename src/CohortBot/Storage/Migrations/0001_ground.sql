-- Every key begins with the workspace. Ledgers (who did what, when) hold an opaque member key; names, platform ids and people's
-- words stand in tables of their own (…_profiles, …_words), so that a member can be erased and the counts stay true.
-- Instants are UTC milliseconds since 1970; dates are ISO text; {{number}} is the engine's own counting key, {{bytes}} its own bytes.

CREATE TABLE workspaces (
    workspace TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL);

-- people ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE members (
    workspace TEXT NOT NULL REFERENCES workspaces (workspace),
    member TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    erased_at BIGINT,
    PRIMARY KEY (workspace, member));

CREATE TABLE member_profiles (
    workspace TEXT NOT NULL,
    member TEXT NOT NULL,
    platform_user TEXT NOT NULL,
    name TEXT NOT NULL,
    locale TEXT,
    zone TEXT,
    PRIMARY KEY (workspace, member),
    UNIQUE (workspace, platform_user),
    FOREIGN KEY (workspace, member) REFERENCES members (workspace, member));

-- cohort 0 means the whole workspace
CREATE TABLE roles (
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    member TEXT NOT NULL,
    role TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (workspace, cohort, member),
    FOREIGN KEY (workspace, member) REFERENCES members (workspace, member));

CREATE TABLE audit (
    id {{number}},
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    member TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT,
    at BIGINT NOT NULL);

CREATE INDEX audit_by_cohort ON audit (workspace, cohort, id);

-- cohorts --------------------------------------------------------------------------------------------------------------------

-- numbered 1, 2, 3 … in each workspace
CREATE TABLE cohorts (
    workspace TEXT NOT NULL REFERENCES workspaces (workspace),
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    course TEXT NOT NULL,
    channel TEXT NOT NULL,
    staff_channel TEXT,
    state TEXT NOT NULL,
    plan TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    replan_from TEXT NOT NULL,
    holiday_country TEXT,
    grace_minutes BIGINT NOT NULL,
    gate TEXT NOT NULL,
    thread_mode TEXT NOT NULL,
    locale TEXT NOT NULL,
    paused_at BIGINT,
    closed_at BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (workspace, id));

CREATE INDEX cohorts_by_channel ON cohorts (workspace, channel);

CREATE TABLE cohort_holidays (
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (workspace, cohort, on_date),
    FOREIGN KEY (workspace, cohort) REFERENCES cohorts (workspace, id));

CREATE TABLE enrolments (
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    member TEXT NOT NULL,
    joined_at BIGINT NOT NULL,
    left_at BIGINT,
    PRIMARY KEY (workspace, cohort, member),
    FOREIGN KEY (workspace, cohort) REFERENCES cohorts (workspace, id),
    FOREIGN KEY (workspace, member) REFERENCES members (workspace, member));

-- lessons --------------------------------------------------------------------------------------------------------------------

-- one row for each lesson of a cohort and edition; state: planned, held, offered, posting, posted, skipped, recalled
CREATE TABLE lesson_slots (
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    lesson TEXT NOT NULL,
    edition BIGINT NOT NULL,
    number BIGINT NOT NULL,
    state TEXT NOT NULL,
    due_at BIGINT,
    due_local TEXT,
    moved_because TEXT,
    posted_at BIGINT,
    PRIMARY KEY (workspace, cohort, lesson, edition),
    FOREIGN KEY (workspace, cohort) REFERENCES cohorts (workspace, id));

-- member '*' means everybody
CREATE TABLE lesson_unlocks (
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    lesson TEXT NOT NULL,
    member TEXT NOT NULL,
    unlocked_at BIGINT NOT NULL,
    unlocked_by TEXT NOT NULL,
    PRIMARY KEY (workspace, cohort, lesson, member),
    FOREIGN KEY (workspace, cohort) REFERENCES cohorts (workspace, id));

-- each part of each message that must arrive once; state: waiting, claimed, sent, failed, dropped
CREATE TABLE outbox (
    id {{number}},
    workspace TEXT NOT NULL,
    subject TEXT NOT NULL,
    edition BIGINT NOT NULL,
    part BIGINT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT,
    to_user TEXT,
    document TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    claimed_at BIGINT,
    sent_at BIGINT,
    message TEXT,
    reason TEXT,
    created_at BIGINT NOT NULL,
    UNIQUE (workspace, subject, edition, part));

CREATE INDEX outbox_by_state ON outbox (state, next_try_at);

-- labs -----------------------------------------------------------------------------------------------------------------------

-- where: owner '*' is the shared thread of a lab
CREATE TABLE lab_threads (
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    lab TEXT NOT NULL,
    owner TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    last_read_at BIGINT NOT NULL,
    PRIMARY KEY (workspace, cohort, lab, owner),
    UNIQUE (workspace, channel, thread),
    FOREIGN KEY (workspace, cohort) REFERENCES cohorts (workspace, id));

-- one member in one lab; state: active, complete, finished
CREATE TABLE participations (
    id {{number}},
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    lab TEXT NOT NULL,
    member TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    completed_at BIGINT,
    UNIQUE (workspace, cohort, lab, member),
    FOREIGN KEY (workspace, cohort) REFERENCES cohorts (workspace, id),
    FOREIGN KEY (workspace, member) REFERENCES members (workspace, member));

-- one turn: what a member sent before the advisor answered; state: open, asking, answered, failed, dropped
CREATE TABLE turns (
    id {{number}},
    workspace TEXT NOT NULL,
    participation BIGINT NOT NULL REFERENCES participations (id),
    state TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    placeholder TEXT,
    failure TEXT,
    attempts BIGINT NOT NULL,
    answered_at BIGINT);

CREATE INDEX turns_by_participation ON turns (workspace, participation, id);
CREATE INDEX turns_by_state ON turns (state);

CREATE TABLE turn_words (
    workspace TEXT NOT NULL,
    turn BIGINT NOT NULL REFERENCES turns (id),
    reply TEXT NOT NULL,
    PRIMARY KEY (workspace, turn));

-- every message of a member in a lab thread, once; reason says why it did not count (emoji, empty, deleted, not_enrolled …)
CREATE TABLE lab_messages (
    id {{number}},
    workspace TEXT NOT NULL,
    channel TEXT NOT NULL,
    message TEXT NOT NULL,
    thread TEXT NOT NULL,
    member TEXT NOT NULL,
    participation BIGINT REFERENCES participations (id),
    turn BIGINT REFERENCES turns (id),
    reason TEXT,
    sent_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    edited_at BIGINT,
    deleted_at BIGINT,
    UNIQUE (workspace, channel, message),
    FOREIGN KEY (workspace, member) REFERENCES members (workspace, member));

CREATE INDEX lab_messages_by_participation ON lab_messages (workspace, participation, id);

CREATE TABLE lab_message_words (
    workspace TEXT NOT NULL,
    lab_message BIGINT NOT NULL REFERENCES lab_messages (id),
    text TEXT NOT NULL,
    PRIMARY KEY (workspace, lab_message));

-- one row for each turn of a member that got a delivered answer
CREATE TABLE exchanges (
    id {{number}},
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    lab TEXT NOT NULL,
    member TEXT NOT NULL,
    participation BIGINT NOT NULL REFERENCES participations (id),
    turn BIGINT NOT NULL REFERENCES turns (id),
    model TEXT NOT NULL,
    input_tokens BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (workspace, turn));

CREATE INDEX exchanges_by_participation ON exchanges (workspace, participation);
CREATE INDEX exchanges_by_cohort ON exchanges (workspace, cohort, lab, member);

-- what older turns said, in short; up_to is the last turn that it covers
CREATE TABLE lab_summary_words (
    workspace TEXT NOT NULL,
    participation BIGINT NOT NULL REFERENCES participations (id),
    up_to BIGINT NOT NULL,
    summary TEXT NOT NULL,
    PRIMARY KEY (workspace, participation));

-- what the member keeps; the newest version stands
CREATE TABLE card_words (
    workspace TEXT NOT NULL,
    participation BIGINT NOT NULL REFERENCES participations (id),
    version BIGINT NOT NULL,
    card TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    shared_at BIGINT,
    PRIMARY KEY (workspace, participation, version));

-- the local channel, a platform of its own -------------------------------------------------------------------------------------

CREATE TABLE local_channels (
    channel TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    is_staff BIGINT NOT NULL);

CREATE TABLE local_people (
    person TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    zone TEXT NOT NULL,
    takes_private_messages BIGINT NOT NULL);

-- private_to: JSON list of people, or null for all of the channel
CREATE TABLE local_threads (
    thread TEXT NOT NULL PRIMARY KEY,
    thread_key TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL REFERENCES local_channels (channel),
    name TEXT NOT NULL,
    private_to TEXT,
    under TEXT,
    opened_at BIGINT NOT NULL);

-- author null is CohortBot; only_to: the one person who sees it; a person's private messages stand in the channel "dm:<person>"
CREATE TABLE local_messages (
    id {{number}},
    channel TEXT NOT NULL,
    thread TEXT,
    author TEXT,
    only_to TEXT,
    delivery TEXT UNIQUE,
    text TEXT,
    document TEXT,
    posted_at BIGINT NOT NULL,
    edited_at BIGINT,
    deleted_at BIGINT);

CREATE INDEX local_messages_by_place ON local_messages (channel, thread, id);

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL);
