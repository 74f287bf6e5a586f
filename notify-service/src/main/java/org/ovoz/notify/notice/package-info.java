/** What a coordinator has to know and see to. */
@NullMarked
package org.ovoz.notify.notice;

import org.jspecify.annotations.NullMarked;
