package org.ovoz.local.servers.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program, run by the same Java that runs us. */
public final class JavaCommand {
    private JavaCommand() {}

    public static String executable() {
        return ProcessHandle.current()
                .info()
                .command()
                .filter(c -> c.endsWith("java"))
                .orElse(System.getProperty("java.home") + "/bin/java");
    }

    public static List<String> jar(List<String> options, Path jar, String... arguments) {
        return line(options, List.of("-jar", jar.toString()), arguments);
    }

    public static List<String> main(List<String> options, List<Path> classPath, String mainClass, String... arguments) {
        String joined = String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
        return line(options, List.of("-cp", joined, mainClass), arguments);
    }

    private static List<String> line(List<String> options, List<String> what, String... arguments) {
        List<String> command = new ArrayList<>(List.of(executable()));
        command.addAll(options);
        command.addAll(what);
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }
}
