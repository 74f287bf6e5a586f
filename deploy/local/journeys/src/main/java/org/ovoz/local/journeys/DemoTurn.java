package org.ovoz.local.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ovoz.local.journeys.stack.Stack;

/**
 * Whose phone this run takes: the next one, counted from the run's start, so that a run after one that failed does not meet its
 * conversation. The page's own phones come first, then others of the range kept for fiction.
 */
record DemoTurn(Path file) {
    private static final int FIRST = 115;
    private static final int LAST = 169;

    static DemoTurn of(Stack stack) {
        return new DemoTurn(stack.directory().resolve("demo-turn"));
    }

    String next(List<String> phones) {
        List<String> all = Stream.concat(
                        phones.stream(), IntStream.rangeClosed(FIRST, LAST).mapToObj(last -> "+12025550" + last))
                .toList();
        int turn = read();
        write(turn + 1);
        return all.get(turn % all.size());
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
