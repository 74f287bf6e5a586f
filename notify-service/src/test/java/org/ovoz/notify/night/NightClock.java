package org.ovoz.notify.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.ovoz.notify.setting.MovableClock;

/** One time for the test and for the desks, which read it from a file. It runs, and is put forward, and back. */
final class NightClock {

    private final MovableClock clock = new MovableClock();
    private final Path file;
    private Duration ahead = Duration.ZERO;

    NightClock(Path file) {
        this.file = file;
        write();
    }

    Instant now() {
        return MovableClock.now();
    }

    /** Does nothing if it is that late already. */
    void moveTo(Instant time) {
        Duration by = Duration.between(now(), time);
        if (by.isPositive()) {
            clock.putForward(by);
            ahead = ahead.plus(by);
            write();
        }
    }

    /** As a machine's clock does that was set. */
    void goBack(Duration by) {
        clock.putForward(by.negated());
        ahead = ahead.minus(by);
        write();
    }

    private void write() {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, "" + ahead.toMillis());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
