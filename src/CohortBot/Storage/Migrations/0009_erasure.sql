-- messages of ours that are to go from their platform, because the member whom they are about was erased; a row goes when its message is gone
CREATE TABLE withdrawals (
    workspace TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    message TEXT NOT NULL,
    next_try_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    PRIMARY KEY (workspace, channel, message));

-- what a message said is needed until it has arrived; from then on the channel holds it
UPDATE outbox SET document = '' WHERE state = 'Sent';
