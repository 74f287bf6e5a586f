/** Who holds a team's keys, and who vouched for that. */
@NullMarked
package org.ovoz.notify.key.team;

import org.jspecify.annotations.NullMarked;
