/** What people are alerted of, and the writing of the alerts in the transaction of what they tell of. */
@NullMarked
package org.ovoz.notify.alert.occasion;

import org.jspecify.annotations.NullMarked;
