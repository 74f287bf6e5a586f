/** People and their logins: inviting, suspending, lifting, moving, removing, here and at the login server. */
@NullMarked
package org.ovoz.notify.directory.login;

import org.jspecify.annotations.NullMarked;
