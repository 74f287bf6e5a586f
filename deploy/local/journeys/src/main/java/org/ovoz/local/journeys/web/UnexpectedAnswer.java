package org.ovoz.local.journeys.web;

import java.net.URI;

/** A server answered something else than the journey can go on with. */
public final class UnexpectedAnswer extends RuntimeException {

    UnexpectedAnswer(URI from, int expected, int status, String problem) {
        super("expected " + expected + " of " + Web.withoutQuery(from) + ", got " + status
                + (problem.isEmpty() ? "" : " (" + problem + ")"));
    }
}
