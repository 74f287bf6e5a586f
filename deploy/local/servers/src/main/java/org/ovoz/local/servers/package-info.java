@NullMarked
package org.ovoz.local.servers;

import org.jspecify.annotations.NullMarked;
