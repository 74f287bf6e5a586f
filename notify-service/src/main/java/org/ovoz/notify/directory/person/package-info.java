/** People: a handle, where and when they are alerted, whether they are let in. */
@NullMarked
package org.ovoz.notify.directory.person;

import org.jspecify.annotations.NullMarked;
