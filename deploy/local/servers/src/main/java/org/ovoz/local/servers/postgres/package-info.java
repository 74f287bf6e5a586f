@NullMarked
package org.ovoz.local.servers.postgres;

import org.jspecify.annotations.NullMarked;
