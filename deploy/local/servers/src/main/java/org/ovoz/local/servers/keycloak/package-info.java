@NullMarked
package org.ovoz.local.servers.keycloak;

import org.jspecify.annotations.NullMarked;
