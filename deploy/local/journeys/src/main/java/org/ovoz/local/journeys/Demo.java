package org.ovoz.local.journeys;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.ovoz.local.journeys.stack.Stack;

/** {@code make demo}: one report's whole way on the stack that is running; exit status 1 and the failed step when it does not get through. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Stack stack = Stack.ofEnvironment();
            Journey.Played played = new Journey(stack, Clock.systemUTC(), out).play();
            out.printf("%6d ms  in all; report %s%n", played.took().toMillis(), played.report());
        } catch (RuntimeException e) {
            out.println(e.getMessage());
            System.exit(1);
        }
    }
}
