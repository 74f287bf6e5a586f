-- Whoever was stopped, or whose organisation was, is told nothing and answers nothing.
CREATE VIEW reachable_person AS
SELECT p.* FROM person p JOIN organisation o ON o.id = p.organisation WHERE p.state = 'active' AND NOT o.suspended;
