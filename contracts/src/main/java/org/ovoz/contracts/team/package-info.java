/** Signed team records of `ovoz.teams.v1`: whose keys intake seals to. */
@NullMarked
package org.ovoz.contracts.team;

import org.jspecify.annotations.NullMarked;
