/** What became of a case's alerts, for those who answer for it. */
@NullMarked
package org.ovoz.notify.alert.delivery;

import org.jspecify.annotations.NullMarked;
