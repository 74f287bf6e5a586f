/** Events of `ovoz.desk.v1`, written by the desk: every change of the queue. */
@NullMarked
package org.ovoz.contracts.desk;

import org.jspecify.annotations.NullMarked;
