/** An SMTP server that keeps every mail and shows it on a page. */
@NullMarked
package org.ovoz.local.mailbox;

import org.jspecify.annotations.NullMarked;
