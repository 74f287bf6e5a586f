package org.ovoz.local.launcher.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.Pids;
import org.ovoz.local.servers.process.StopSignal;

/** One launcher per directory. The system lets go of the lock when its holder dies, however it dies. */
final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws AlreadyRunning if another launcher has this directory */
    static RunLock take(LocalDirectory directory) {
        try {
            Files.createDirectories(directory.root());
            FileChannel channel = FileChannel.open(
                    directory.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new AlreadyRunning(directory.root());
            }
            Pids.write(pidFile(directory), ProcessHandle.current(), StopSignal.TERM);
            return new RunLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path pidFile(LocalDirectory directory) {
        return directory.root().resolve("launcher.pid");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another launcher runs on this directory. */
    static final class AlreadyRunning extends RuntimeException {
        AlreadyRunning(Path root) {
            super("a local stack runs already on " + root + "; `make stop` stops it");
        }
    }
}
