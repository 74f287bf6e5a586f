/**
 * What is counted, in codes. A row belongs to no case: its id is random and stands in sealed triage only, and that it came is written to no
 * audit, no journal and no log, though every other change of the desk is. So whoever has the desk's data cannot say whose a row is, other
 * than by what its codes have in common with a case of that month and country; whoever runs a changed desk sees the two arrive together.
 */
@NullMarked
package org.ovoz.notify.statistics;

import org.jspecify.annotations.NullMarked;
