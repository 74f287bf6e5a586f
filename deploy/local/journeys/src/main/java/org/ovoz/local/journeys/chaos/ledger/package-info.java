/** What was sent and what became of it, on disk before anything is sent: it can be judged after its writer was killed. */
@NullMarked
package org.ovoz.local.journeys.chaos.ledger;

import org.jspecify.annotations.NullMarked;
