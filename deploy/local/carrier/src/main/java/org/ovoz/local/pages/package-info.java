/** How the stand-ins' pages are served. */
@NullMarked
package org.ovoz.local.pages;

import org.jspecify.annotations.NullMarked;
