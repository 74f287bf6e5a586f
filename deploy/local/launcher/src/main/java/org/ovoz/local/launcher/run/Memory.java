package org.ovoz.local.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The memory that a process and its children hold, pages that several share counted in parts (PSS): PostgreSQL's processes
 * share most of theirs. Linux only; elsewhere 0.
 */
final class Memory {
    private static final long KIB_PER_MIB = 1024;

    private Memory() {}

    static long mebibytes(long pid) {
        LongStream children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children)
                        .map(Memory::kibibytes)
                        .sum()
                / KIB_PER_MIB;
    }

    private static long kibibytes(long pid) {
        return Stream.of("smaps_rollup", "status")
                .flatMap(file -> lines(Path.of("/proc", Long.toString(pid), file)).stream())
                .filter(line -> line.startsWith("Pss:") || line.startsWith("VmRSS:"))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .orElse(0L);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException goneOrNotLinux) {
            return List.of();
        }
    }
}
