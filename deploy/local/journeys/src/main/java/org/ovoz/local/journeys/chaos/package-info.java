/** Traffic under faults, and the judgement of what is left of it: nothing lost, nothing doubled, nothing stuck. */
@NullMarked
package org.ovoz.local.journeys.chaos;

import org.jspecify.annotations.NullMarked;
