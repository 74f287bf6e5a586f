package org.ovoz.notify.directory.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;

class AdministrationKeyTest {

    @TempDir
    Path directory;

    private final ECKey first = Keys.generate();
    private Path file;
    private AdministrationKey administration;

    @BeforeEach
    void aDeskThatWasGivenNone() {
        file = directory.resolve("admin-key.json");
        administration = new AdministrationKey(file);
        assertThat(administration.line()).isEmpty();
    }

    @Test
    void theFirstOneThatIsThereIsTaken() throws IOException {
        lay(Json.write(first.toPublicJWK()));
        assertThat(administration.line())
                .hasValueSatisfying(line -> assertThat(line.kid()).isEqualTo(Keys.kidOf(first)));
    }

    @Test
    void anotherOneLaterCountsOnlyForADeskThatStartsAnew() throws IOException {
        lay(Json.write(first.toPublicJWK()));
        assertThat(administration.line()).isPresent();
        ECKey other = Keys.generate();
        lay(Json.write(other.toPublicJWK()));
        assertThat(administration.line().orElseThrow().kid()).isEqualTo(Keys.kidOf(first));
        assertThat(new AdministrationKey(file).line().orElseThrow().kid()).isEqualTo(Keys.kidOf(other));
    }

    @Test
    void aFileThatIsHalfCopiedIsNoLineYet() throws IOException {
        String whole = Json.write(first.toPublicJWK());
        lay(whole.substring(0, whole.length() / 2));
        assertThat(administration.line()).isEmpty();
        lay(whole);
        assertThat(administration.line()).isPresent();
    }

    @Test
    void aPrivateHalfThatLiesThereByMistakeIsGivenToNobody() throws IOException {
        lay(Json.write(first));
        assertThat(administration.line().orElseThrow().publicJwk())
                .doesNotContain(first.getD().toString())
                .doesNotContain("\"d\"");
    }

    private void lay(String content) throws IOException {
        Files.writeString(file, content);
    }
}
