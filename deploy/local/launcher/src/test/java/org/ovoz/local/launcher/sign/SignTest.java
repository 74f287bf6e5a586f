package org.ovoz.local.launcher.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.line.LineRecord;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;

class SignTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Sign sign = new Sign(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void aNewKeyIsReadByItsOwnerOnlyAndItsPublicPartIsPrinted() throws Exception {
        ECKey printed = newKey();
        assertThat(printed.isPrivate()).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
        ECKey kept = Json.read(Files.readString(keyFile()), ECKey.class);
        assertThat(kept.isPrivate()).isTrue();
        assertThat(kept.toPublicJWK()).isEqualTo(printed);
    }

    @Test
    void aKeyIsNeverWrittenOver() throws Exception {
        newKey();
        byte[] before = Files.readAllBytes(keyFile());
        assertThatThrownBy(() -> sign.run(List.of("new-line-key", keyFile().toString())))
                .isInstanceOf(SignRefused.class)
                .hasMessageContaining("never written over");
        assertThat(Files.readAllBytes(keyFile())).isEqualTo(before);
    }

    @Test
    void aSignedTeamRecordVerifiesWithThePublicKey() throws Exception {
        ECKey line = newKey();
        Path file = write(Json.write(team()));
        sign.run(List.of("team", file.toString(), "--key", keyFile().toString()));
        assertThat(SignedTeamRecord.verify(printed(), line)).isEqualTo(team());
    }

    @Test
    void aSignedLineRecordVerifiesWithThePublicKey() throws Exception {
        ECKey line = newKey();
        LineRecord record = new LineRecord(1, Keys.generate().toPublicJWK());
        sign.run(List.of(
                "line", write(Json.write(record)).toString(), "--key", keyFile().toString()));
        assertThat(LineRecords.LINE.verify(printed(), line)).isEqualTo(record);
    }

    @Test
    void aFileThatIsNoTeamIsRefusedByNameAndNotRepeated() throws Exception {
        newKey();
        Path file = write("{\"secret\":\"planted\"}");
        assertThatThrownBy(() -> sign.run(
                        List.of("team", file.toString(), "--key", keyFile().toString())))
                .isInstanceOf(SignRefused.class)
                .hasMessageContaining("does not hold a TeamRecord")
                .hasMessageNotContaining("planted");
    }

    @Test
    void aPublicKeySignsNothing() throws Exception {
        Files.writeString(keyFile(), Json.write(Keys.generate().toPublicJWK()));
        Path file = write(Json.write(team()));
        assertThatThrownBy(() -> sign.run(
                        List.of("team", file.toString(), "--key", keyFile().toString())))
                .isInstanceOf(SignRefused.class)
                .hasMessageContaining("private");
    }

    private ECKey newKey() {
        sign.run(List.of("new-line-key", keyFile().toString()));
        return Json.read(printed(), ECKey.class);
    }

    private String printed() {
        String text = out.toString(StandardCharsets.UTF_8).strip();
        out.reset();
        return text;
    }

    private Path keyFile() {
        return directory.resolve("line.jwk");
    }

    private Path write(String json) throws Exception {
        return Files.writeString(directory.resolve("record.json"), json);
    }

    private final ECKey encryption = Keys.generate().toPublicJWK();
    private final ECKey order = Keys.generate().toPublicJWK();

    private TeamRecord team() {
        return new TeamRecord(
                new TeamId("south-team"),
                new OrganisationId("south"),
                1,
                List.of(new LanguageTag("uz-Latn")),
                List.of(new RegionCode("ZZ")),
                List.of(),
                false,
                false,
                List.of(),
                false,
                false,
                encryption,
                order);
    }
}
