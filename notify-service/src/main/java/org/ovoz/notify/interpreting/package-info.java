/** Interpreters asked for one conversation: by language and time. They learn who asks, and nothing of the report. */
@NullMarked
package org.ovoz.notify.interpreting;

import org.jspecify.annotations.NullMarked;
