-- What was met before any model was asked, once for each message and kind (crisis, abuse, prompt attack, personal data): by which rules, whether
-- its writer was shown the answer, and whether the facilitators were told. No words stand here; a card that was being edited has no message.
CREATE TABLE safety_events (
    id {{number}},
    workspace TEXT NOT NULL REFERENCES workspaces (workspace),
    cohort BIGINT NOT NULL,
    lab TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    member TEXT NOT NULL,
    lab_message BIGINT REFERENCES lab_messages (id),
    kind TEXT NOT NULL,
    rules TEXT NOT NULL,
    at BIGINT NOT NULL,
    shown_at BIGINT,
    told_at BIGINT,
    UNIQUE (workspace, lab_message, kind),
    FOREIGN KEY (workspace, member) REFERENCES members (workspace, member));

CREATE INDEX safety_events_by_member ON safety_events (workspace, member, kind, at);
