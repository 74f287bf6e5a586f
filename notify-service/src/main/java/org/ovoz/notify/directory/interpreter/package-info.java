/** Interpreters: found by language, without a login and without a key. */
@NullMarked
package org.ovoz.notify.directory.interpreter;

import org.jspecify.annotations.NullMarked;
