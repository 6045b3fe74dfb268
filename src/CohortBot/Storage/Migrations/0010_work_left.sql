-- What is left to do is found by small indexes over just that, however long the history behind it grows.

DROP INDEX outbox_by_state;
CREATE INDEX outbox_to_send ON outbox (id) WHERE state IN ('Waiting', 'Failed', 'Claimed');
CREATE INDEX outbox_dropped ON outbox (created_at) WHERE state = 'Dropped';

DROP INDEX turns_by_state;
CREATE INDEX turns_unfinished ON turns (workspace, participation) WHERE state IN ('Open', 'Asking');
CREATE INDEX lab_messages_waiting ON lab_messages (workspace, participation) WHERE turn IS NULL AND reason IS NULL;

-- SQLite knows nothing of how many rows a value has: without an index in the order that is asked for it reads a whole workspace instead.
DROP INDEX exchanges_by_participation;
CREATE INDEX exchanges_by_participation ON exchanges (workspace, participation, turn);
CREATE INDEX model_calls_newest ON model_calls (workspace, id);
CREATE INDEX participations_by_member ON participations (workspace, member);

CREATE INDEX lesson_slots_planned ON lesson_slots (due_at) WHERE state = 'Planned';
CREATE INDEX lesson_slots_posting ON lesson_slots (workspace, cohort) WHERE state = 'Posting';

-- A turn's own row is the claim of its placeholder from now on; one that waits to be posted is posted by its turn.
DELETE FROM outbox WHERE subject IN (SELECT 'turn/' || CAST(id AS TEXT) FROM turns) AND state <> 'Sent';
