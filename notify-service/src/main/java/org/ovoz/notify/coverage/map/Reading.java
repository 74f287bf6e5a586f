package org.ovoz.notify.coverage.map;

import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.shift.roster.Stretch;

/** Somebody reads a language for a while. */
record Reading(PersonId person, Stretch stretch, Level level) {}
