/** The report as the desk sees it: no content, no contact. */
@NullMarked
package org.ovoz.notify.cases;

import org.jspecify.annotations.NullMarked;
