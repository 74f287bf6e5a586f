/** What changes a case; each change is told and audited in its transaction. */
@NullMarked
package org.ovoz.notify.cases.change;

import org.jspecify.annotations.NullMarked;
