/** What was changed at the login server directly, brought to the desk, and the other way round. */
@NullMarked
package org.ovoz.notify.directory.reconcile;

import org.jspecify.annotations.NullMarked;
