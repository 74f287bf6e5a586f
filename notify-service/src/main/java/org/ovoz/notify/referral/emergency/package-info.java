/** Police or ambulance for a case: never without consent, never by one person alone. */
@NullMarked
package org.ovoz.notify.referral.emergency;

import org.jspecify.annotations.NullMarked;
