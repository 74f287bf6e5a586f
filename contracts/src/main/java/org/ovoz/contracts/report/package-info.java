/** Events of `ovoz.reports.v1`, written by intake: what became of a report, without content or contact. */
@NullMarked
package org.ovoz.contracts.report;

import org.jspecify.annotations.NullMarked;
