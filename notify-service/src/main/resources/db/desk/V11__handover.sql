-- A report that is offered to another team, which was let in before. Whoever offers it answers for it until it was taken.
CREATE TABLE handover (
    id          uuid PRIMARY KEY,
    report_id   uuid        NOT NULL REFERENCES report_case,
    from_team   text        NOT NULL,
    from_person uuid        NOT NULL REFERENCES person,
    to_team     text        NOT NULL REFERENCES team,
    -- the team that offers it wants to be out of it then
    leaves      boolean     NOT NULL,
    offered_at  timestamptz NOT NULL,
    accept_by   timestamptz NOT NULL,
    -- when whoever offers it is told, again, that nobody has answered
    tell_at     timestamptz NOT NULL,
    ended_at    timestamptz,
    ended       text CHECK (ended IN ('accepted', 'declined', 'withdrawn', 'closed')),
    ended_by    uuid REFERENCES person,
    -- why it was declined
    reason      text CHECK (reason IN ('no-language', 'no-capacity', 'other-region', 'other-need', 'conflict', 'unsafe')),
    CHECK ((ended_at IS NULL) = (ended IS NULL)),
    CHECK ((ended IS NOT DISTINCT FROM 'declined') = (reason IS NOT NULL)),
    CHECK (ended IS DISTINCT FROM 'accepted' OR ended_by IS NOT NULL)
);
CREATE UNIQUE INDEX one_open_handover ON handover (report_id) WHERE ended_at IS NULL;
CREATE INDEX handover_to_tell ON handover (tell_at) WHERE ended_at IS NULL;
CREATE INDEX handover_of_report ON handover (report_id, offered_at);
