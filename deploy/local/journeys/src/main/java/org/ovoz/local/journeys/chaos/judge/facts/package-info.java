/** What is judged, and how it is read out of databases, topic and phones. */
@NullMarked
package org.ovoz.local.journeys.chaos.judge.facts;

import org.jspecify.annotations.NullMarked;
