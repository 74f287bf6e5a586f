-- What an alert needs to know of a person.
ALTER TABLE person
    ADD COLUMN call        text,
    ADD COLUMN cover_text  text,
    ADD COLUMN quiet_from  time,
    ADD COLUMN quiet_until time,
    ADD COLUMN zone        text,
    ADD COLUMN roles       text[] NOT NULL DEFAULT '{}',
    ADD COLUMN state       text   NOT NULL DEFAULT 'active';
