/** The login server, as far as the desk administers it: one call each, within a time, all or nothing. */
@NullMarked
package org.ovoz.notify.directory.keycloak;

import org.jspecify.annotations.NullMarked;
