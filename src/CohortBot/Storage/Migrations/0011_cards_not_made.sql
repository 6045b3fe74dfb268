-- A card that could not be made is not tried at every start: its member was told, and makes it with Finish.
ALTER TABLE participations ADD COLUMN card_failed_at BIGINT;
