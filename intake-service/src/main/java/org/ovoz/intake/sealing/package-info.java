/** Content is sealed here on arrival: JWE under a key of its own, granted to the teams, each grant under the report's shred key. */
@NullMarked
package org.ovoz.intake.sealing;

import org.jspecify.annotations.NullMarked;
