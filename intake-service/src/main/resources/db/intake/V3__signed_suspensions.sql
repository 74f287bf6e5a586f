-- A suspension that came signed is kept as it was signed: the proof of who asked for it.
ALTER TABLE team_suspension ADD COLUMN jws text;
