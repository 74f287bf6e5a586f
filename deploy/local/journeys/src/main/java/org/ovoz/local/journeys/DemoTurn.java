package org.ovoz.local.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ovoz.local.journeys.stack.Stack;

/**
 * The demo's own phone, of the range kept for fiction. Only after a run that did not come to its end the next run takes another one: the
 * conversation of the first is still open, and whoever writes there again gets no neutral answer.
 */
record DemoTurn(Path file) {
    private static final int FIRST = 115;
    private static final int PHONES = 55;

    static DemoTurn of(Stack stack) {
        return new DemoTurn(stack.directory().resolve("demo-turn"));
    }

    /** Counts as not come to its end until {@link #done}. */
    String begin() {
        int turn = read();
        write(turn + 1);
        return "+12025550" + (FIRST + turn % PHONES);
    }

    void done() {
        write(read() - 1);
    }

    private int read() {
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int turn) {
        try {
            Files.writeString(file, turn + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
