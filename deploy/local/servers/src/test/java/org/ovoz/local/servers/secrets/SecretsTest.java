package org.ovoz.local.servers.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path temp;

    @Test
    void aPasswordIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
        Secrets secrets = new Secrets(temp.resolve("secrets"));
        Secret first = secrets.password("desk");
        assertThat(secrets.password("desk")).isEqualTo(first);
        assertThat(first.value()).hasSize(24);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("desk"))))
                .isEqualTo("rw-------");
    }

    @Test
    void twoPasswordsDiffer() {
        Secrets secrets = new Secrets(temp);
        assertThat(secrets.password("intake")).isNotEqualTo(secrets.password("desk"));
    }

    @Test
    void whoeverAsksAtTheSameMomentGetsTheSame() {
        List<Secret> all = Stream.generate(() -> new Secrets(temp.resolve("secrets")))
                .limit(64)
                .parallel()
                .map(secrets -> secrets.password("desk"))
                .distinct()
                .toList();
        assertThat(all).hasSize(1);
    }

    @Test
    void ofSeveralWhoWriteOneFileNobodyFails() throws IOException {
        Path file = temp.resolve("key");
        IntStream.range(0, 64).parallel().forEach(i -> Secrets.write(file, "same"));
        assertThat(Files.readString(file)).isEqualTo("same");
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aSecretIsNotPrinted() {
        assertThat(new Secret("kalit")).hasToString("[REDACTED]");
    }
}
