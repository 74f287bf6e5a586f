/** Whether somebody is in danger or a child is affected, as whoever read the report says. */
@NullMarked
package org.ovoz.notify.label;

import org.jspecify.annotations.NullMarked;
