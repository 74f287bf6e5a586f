/** Natural batching: what arrives while a statement is in flight is written together by the next one. */
@NullMarked
package org.ovoz.transport.batch;

import org.jspecify.annotations.NullMarked;
