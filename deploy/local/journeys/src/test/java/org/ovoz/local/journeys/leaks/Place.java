package org.ovoz.local.journeys.leaks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.ovoz.local.journeys.running.WriteAheadLog;

/** Somewhere where bytes are kept. */
public record Place(String name, Opener bytes) {

    public interface Opener {
        InputStream open() throws IOException;
    }

    public static Place of(String name, byte[] bytes) {
        return new Place(name, () -> new ByteArrayInputStream(bytes));
    }

    public static Place of(String name, Path file) {
        return new Place(
                name,
                () -> WriteAheadLog.isSegment(file)
                        ? new ByteArrayInputStream(WriteAheadLog.records(file))
                        : Files.newInputStream(file));
    }

    /** A file that is gone when it is looked at (a segment that was recycled) holds nothing any more. */
    public List<String> search(LeakSearch search) {
        try (InputStream stream = bytes.open()) {
            return search.in(name, stream);
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
