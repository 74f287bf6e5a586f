package org.ovoz.local.journeys.seizure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's write-ahead log as it lies on the disk: what was written to rows lately, also if it has been removed from them since. */
final class WriteAheadLog {
    private static final int PAGE = 8192;
    private static final int HEADER = 24;
    private static final int FIRST_HEADER = 40;

    private WriteAheadLog() {}

    /** The records one after the other, without the headers of the pages that cut them. */
    static byte[] of(Path cluster) throws IOException {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (Path segment : segments(cluster.resolve("pg_wal"))) {
            byte[] pages = bytes(segment);
            for (int page = 0; page < pages.length; page += PAGE) {
                int header = page == 0 ? FIRST_HEADER : HEADER;
                records.write(pages, page + header, Math.min(PAGE, pages.length - page) - header);
            }
        }
        return records.toByteArray();
    }

    private static List<Path> segments(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(Path segment) throws IOException {
        try {
            return Files.readAllBytes(segment);
        } catch (NoSuchFileException recycledMeanwhile) {
            return new byte[0];
        }
    }
}
