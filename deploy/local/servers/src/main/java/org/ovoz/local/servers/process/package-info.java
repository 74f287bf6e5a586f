@NullMarked
package org.ovoz.local.servers.process;

import org.jspecify.annotations.NullMarked;
