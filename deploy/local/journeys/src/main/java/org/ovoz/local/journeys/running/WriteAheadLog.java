package org.ovoz.local.journeys.running;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's write-ahead log as it lies on the disk: what was written to rows lately, also if it has been removed from them since. */
public final class WriteAheadLog {
    private static final int PAGE = 8192;
    private static final int HEADER = 24;
    private static final int FIRST_HEADER = 40;

    private WriteAheadLog() {}

    /** @param cluster its data directory */
    public static List<Path> segments(Path cluster) throws IOException {
        try (Stream<Path> files = Files.list(cluster.resolve("pg_wal"))) {
            return files.filter(WriteAheadLog::isSegment).sorted().toList();
        }
    }

    public static boolean isSegment(Path file) {
        return file.resolveSibling("").endsWith("pg_wal")
                && file.getFileName().toString().matches("[0-9A-F]{24}");
    }

    /**
     * One record after the other, without the headers of the pages that cut them: 16 MiB at most.
     *
     * @throws java.nio.file.NoSuchFileException when it was recycled meanwhile
     */
    public static byte[] records(Path segment) throws IOException {
        byte[] pages = Files.readAllBytes(segment);
        ByteArrayOutputStream records = new ByteArrayOutputStream(pages.length);
        for (int page = 0; page < pages.length; page += PAGE) {
            int header = page == 0 ? FIRST_HEADER : HEADER;
            records.write(pages, page + header, Math.min(PAGE, pages.length - page) - header);
        }
        return records.toByteArray();
    }
}
