package org.ovoz.local.servers.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** Secrets of one stack: made at the first need, kept in files that only their owner reads. */
public record Secrets(Path directory) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** A password of 24 letters, digits, hyphens and underscores. */
    public static Secret random() {
        return new Secret(randomBase64Url(BYTES));
    }

    public static String randomBase64Url(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    public Secret password(String name) {
        return new Secret(kept(name, () -> random().value()));
    }

    /** The content of the file of this name; made and written first if it is not there, once however many ask. */
    public String kept(String name, Supplier<String> made) {
        Path file = file(name);
        try {
            synchronized (Secrets.class) {
                if (!Files.exists(file)) {
                    write(file, made.get());
                }
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Writes a file that only its owner reads, whole or not at all; of several at once, one stays. */
    public static void write(Path file, String content) {
        try {
            Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
            Path half = Files.createTempFile(directory, file.getFileName() + ".", ".new", OWNER_ONLY);
            Files.write(half, content.getBytes(StandardCharsets.UTF_8));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
