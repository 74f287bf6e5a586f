@NullMarked
package org.ovoz.local.servers.secrets;

import org.jspecify.annotations.NullMarked;
