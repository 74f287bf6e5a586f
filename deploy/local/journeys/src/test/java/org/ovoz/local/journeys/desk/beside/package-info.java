/** What stands beside a conversation, on the whole stack: how its person is reached, what came with a text, reports on its place, interpreters, what is due. */
@NullMarked
package org.ovoz.local.journeys.desk.beside;

import org.jspecify.annotations.NullMarked;
