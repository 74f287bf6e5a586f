package org.ovoz.local.servers.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the build found the files of the servers: lists that Maven wrote beside the class that needs them. */
public final class Artifacts {
    private Artifacts() {}

    public static List<Path> listedBeside(Class<?> owner, String resource) {
        try (InputStream in = Optional.ofNullable(owner.getResourceAsStream(resource))
                .orElseThrow(() -> new IllegalStateException(resource + " is missing: build with Maven"))) {
            String list = new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
            return Stream.of(list.split(File.pathSeparator)).map(Path::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar or directory from which a class was loaded. */
    public static Path holding(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
