/** The verified table of teams, as replicated from the desk. */
@NullMarked
package org.ovoz.intake.teams;

import org.jspecify.annotations.NullMarked;
