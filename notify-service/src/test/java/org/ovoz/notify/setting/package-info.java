/** What surrounds the desk in its tests: real PostgreSQL and Kafka, and fakes of our own for the carrier, the login server and intake. */
@NullMarked
package org.ovoz.notify.setting;

import org.jspecify.annotations.NullMarked;
