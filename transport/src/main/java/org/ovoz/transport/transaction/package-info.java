/** State and event commit together; what is told goes out after COMMIT. */
@NullMarked
package org.ovoz.transport.transaction;

import org.jspecify.annotations.NullMarked;
