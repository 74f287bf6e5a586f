package org.ovoz.local.launcher.run;

/** Ctrl-C and SIGTERM: the parts are stopped in order before the program ends, and that is a success. */
final class StopHook {
    private final Stack stack;
    private int status;

    private StopHook(Stack stack) {
        this.stack = stack;
    }

    static StopHook install(Stack stack) {
        StopHook hook = new StopHook(stack);
        Runtime.getRuntime().addShutdownHook(new Thread(hook::stop, "stop"));
        return hook;
    }

    /** After a failed start: stops what runs; the program's end finds nothing left to stop. */
    int stopNow() {
        status = 1;
        stack.stop();
        return status;
    }

    private void stop() {
        stack.stop();
        Runtime.getRuntime().halt(status);
    }
}
