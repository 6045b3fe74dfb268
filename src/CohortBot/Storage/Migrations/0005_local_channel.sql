-- The local platform: who is let into its staff channels, files that were handed over, and how far each person has read.

ALTER TABLE local_people ADD COLUMN is_staff BIGINT NOT NULL DEFAULT 0;

CREATE TABLE local_files (
    id {{number}},
    message BIGINT NOT NULL REFERENCES local_messages (id),
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    content {{bytes}} NOT NULL);

CREATE INDEX local_files_by_message ON local_files (message);

-- place: the channel, or "channel/thread"
CREATE TABLE local_reads (
    person TEXT NOT NULL REFERENCES local_people (person),
    place TEXT NOT NULL,
    up_to BIGINT NOT NULL,
    PRIMARY KEY (person, place));
