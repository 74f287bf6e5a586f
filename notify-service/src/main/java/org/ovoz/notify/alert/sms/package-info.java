/** Alerts by text, from the staff account only. */
@NullMarked
package org.ovoz.notify.alert.sms;

import org.jspecify.annotations.NullMarked;
