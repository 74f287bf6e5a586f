/** Who is calling, and what others do when somebody is stopped. */
@NullMarked
package org.ovoz.notify.directory;

import org.jspecify.annotations.NullMarked;
