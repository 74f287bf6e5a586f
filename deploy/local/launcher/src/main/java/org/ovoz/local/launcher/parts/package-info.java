/** What the stack consists of: the servers, the stand-ins, the two services, their ports and settings. */
@NullMarked
package org.ovoz.local.launcher.parts;

import org.jspecify.annotations.NullMarked;
