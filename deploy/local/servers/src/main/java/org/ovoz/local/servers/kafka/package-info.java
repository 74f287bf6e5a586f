@NullMarked
package org.ovoz.local.servers.kafka;

import org.jspecify.annotations.NullMarked;
