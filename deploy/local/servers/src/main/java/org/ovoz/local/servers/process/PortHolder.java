package org.ovoz.local.servers.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which process listens on a port. Linux tells by /proc; elsewhere the answer is "another process". */
final class PortHolder {
    private static final String LISTENING = "0A";

    private PortHolder() {}

    static String describe(int port) {
        return inode(port).flatMap(PortHolder::owner).map(PortHolder::describe).orElse("another process");
    }

    private static String describe(ProcessHandle process) {
        String command =
                process.info().commandLine().or(process.info()::command).orElse("unknown");
        String shown = command.length() > 160 ? command.substring(0, 160) + "..." : command;
        return "process " + process.pid() + " (" + shown + ")";
    }

    private static Optional<String> inode(int port) {
        String suffix = ":%04X".formatted(port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.trim().split("\\s+"))
                .filter(f -> f.length > 9 && f[1].endsWith(suffix) && f[3].equals(LISTENING))
                .map(f -> f[9])
                .findFirst();
    }

    private static Optional<ProcessHandle> owner(String inode) {
        return ProcessHandle.allProcesses().filter(p -> holds(p, inode)).findFirst();
    }

    private static boolean holds(ProcessHandle process, String inode) {
        Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.anyMatch(d -> target(d).equals("socket:[" + inode + "]"));
        } catch (IOException | java.io.UncheckedIOException notOurs) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException notLinux) {
            return List.of();
        }
    }
}
