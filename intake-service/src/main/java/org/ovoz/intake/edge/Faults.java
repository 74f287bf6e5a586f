package org.ovoz.intake.edge;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.logging.Logger;

/** What nobody expected, seen from outside: nothing was taken, try again. Messages of exceptions can hold data, so they go nowhere. */
public final class Faults {

    private static final Logger LOG = Logger.getLogger(Faults.class);

    private Faults() {}

    public static Throwable unavailable(Throwable fault) {
        if (fault instanceof HttpProblem) {
            return fault;
        }
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.errorf(
                "not taken: %s at %s", fault.getClass().getName(), trace.length == 0 ? "an unknown place" : trace[0]);
        return Problems.of(503, "unavailable", "Nothing was taken; please try again");
    }
}
