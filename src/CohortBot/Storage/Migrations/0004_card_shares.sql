-- when a card stood in the cohort's channel: sharing anew after taking back is a new edition of the post
CREATE TABLE card_shares (
    workspace TEXT NOT NULL,
    participation BIGINT NOT NULL REFERENCES participations (id),
    edition BIGINT NOT NULL,
    version BIGINT NOT NULL,
    shared_at BIGINT NOT NULL,
    taken_back_at BIGINT,
    PRIMARY KEY (workspace, participation, edition));

ALTER TABLE card_words DROP COLUMN shared_at;
