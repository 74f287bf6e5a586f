/** What people answer to an alert, by text or by a key of the telephone, and what it means. */
@NullMarked
package org.ovoz.notify.alert.answer;

import org.jspecify.annotations.NullMarked;
