package org.ovoz.local.servers.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** How a server is asked to stop. PostgreSQL waits for its clients on TERM and puts them out on INT. */
public enum StopSignal {
    TERM,
    INT;

    void send(ProcessHandle process) {
        if (this == TERM) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name() + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
