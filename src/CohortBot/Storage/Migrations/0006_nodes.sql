-- Several programs over one database (PostgreSQL). A row is a program that runs: it beats once a second; whoever sees it beat no more takes the row
-- away. run is the fencing number: what a run has taken is its own only as long as its row stands, and a new run never gets an old number.
CREATE TABLE nodes (
    run {{number}},
    node TEXT NOT NULL UNIQUE,
    beat BIGINT NOT NULL,
    started_at BIGINT NOT NULL);

-- the run that works on a participation; a row whose run is gone is free
CREATE TABLE lab_leases (
    workspace TEXT NOT NULL,
    participation BIGINT NOT NULL REFERENCES participations (id),
    run BIGINT NOT NULL,
    PRIMARY KEY (workspace, participation));

-- threads that another program opened are met by it
CREATE INDEX lab_threads_by_opening ON lab_threads (opened_at);

-- the node that claimed a part, so that after a restart it settles its own claims at once and leaves those of others alone
ALTER TABLE outbox ADD COLUMN node TEXT;
