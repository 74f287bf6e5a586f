/**
 * Compares the ledger with what the databases, the topic and the phones hold afterwards. What was collected is judged by pure functions,
 * so that every column is tested against planted wrongs.
 */
@NullMarked
package org.ovoz.local.journeys.chaos.judge;

import org.jspecify.annotations.NullMarked;
