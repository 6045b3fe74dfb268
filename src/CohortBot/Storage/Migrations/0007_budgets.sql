-- The spend guard. Sums are queries over model_calls and over the reservations of turns that are under way; nothing is counted up anywhere.

-- one row for each request to a model that took something; purpose: Answer, Lookup, Card, Summary; outcome: Done, Failed, Cut.
-- cost: millionths of the currency, null where the model had no price; cached_tokens are part of input_tokens.
-- member_day: the member's local day, cohort_week: the Monday of the cohort's local week, both as the clocks stood then
CREATE TABLE model_calls (
    id {{number}},
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    lab TEXT NOT NULL,
    member TEXT NOT NULL,
    participation BIGINT NOT NULL REFERENCES participations (id),
    turn BIGINT REFERENCES turns (id),
    purpose TEXT NOT NULL,
    outcome TEXT NOT NULL,
    is_estimate BIGINT NOT NULL,
    model TEXT NOT NULL,
    input_tokens BIGINT NOT NULL,
    cached_tokens BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    currency TEXT NOT NULL,
    cost BIGINT,
    member_day TEXT NOT NULL,
    cohort_week TEXT NOT NULL,
    at BIGINT NOT NULL);

CREATE INDEX model_calls_by_week ON model_calls (workspace, cohort, cohort_week, member);
CREATE INDEX model_calls_by_day ON model_calls (workspace, cohort, member, member_day);
CREATE INDEX model_calls_by_participation ON model_calls (workspace, participation);
CREATE INDEX model_calls_by_turn ON model_calls (workspace, turn);
CREATE INDEX model_calls_by_time ON model_calls (at);

-- what a turn was expected to take when it was let through; counts while the turn is open or being asked, less what its calls
-- after after_call have taken
CREATE TABLE turn_reservations (
    workspace TEXT NOT NULL,
    turn BIGINT NOT NULL REFERENCES turns (id),
    cohort BIGINT NOT NULL,
    participation BIGINT NOT NULL REFERENCES participations (id),
    member TEXT NOT NULL,
    member_day TEXT NOT NULL,
    cohort_week TEXT NOT NULL,
    currency TEXT NOT NULL,
    cost BIGINT NOT NULL,
    tokens BIGINT NOT NULL,
    after_call BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (workspace, turn));

CREATE INDEX turns_held ON turns (workspace, participation) WHERE state = 'Held';

-- turns that wait for a budget (state Held); until: when it opens again, null where only a person can open it
CREATE TABLE turn_holds (
    workspace TEXT NOT NULL,
    turn BIGINT NOT NULL REFERENCES turns (id),
    because TEXT NOT NULL,
    held_at BIGINT NOT NULL,
    until BIGINT,
    message TEXT,
    PRIMARY KEY (workspace, turn));

-- a cohort's own limits in place of the settings'; span: MemberDay, Lab, CohortWeek; unit: tokens, or a currency (amount in millionths);
-- amount null: no limit
CREATE TABLE cohort_limits (
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    span TEXT NOT NULL,
    unit TEXT NOT NULL,
    amount BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (workspace, cohort, span, unit),
    FOREIGN KEY (workspace, cohort) REFERENCES cohorts (workspace, id));

-- what the facilitators were told of, once each
CREATE TABLE budget_notices (
    workspace TEXT NOT NULL,
    cohort BIGINT NOT NULL,
    notice TEXT NOT NULL,
    told_at BIGINT NOT NULL,
    PRIMARY KEY (workspace, cohort, notice),
    FOREIGN KEY (workspace, cohort) REFERENCES cohorts (workspace, id));
