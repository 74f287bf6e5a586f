package org.ovoz.local.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.local.launcher.demo.Team;
import org.ovoz.local.servers.process.LocalDirectory;

class TeamRecordsTest {

    @TempDir
    Path directory;

    private final ECKey administration = Keys.generate();

    @Test
    void theSameTeamKeepsItsRecord() throws Exception {
        String first = Files.readString(records(administration).file(team("ru")));
        assertThat(Files.readString(records(administration).file(team("ru")))).isEqualTo(first);
    }

    @Test
    void aChangedTeamGetsTheNextVersionAndKeepsItsKeys() throws Exception {
        TeamRecord before = signed(team("ru"), administration);
        TeamRecord after = signed(team("tg"), administration);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.encryptionKey()).isEqualTo(before.encryptionKey());
        assertThat(after.orderKey()).isEqualTo(before.orderKey());
    }

    @Test
    void underAnotherAdministrationKeyTheRecordIsMadeAnew() throws Exception {
        signed(team("ru"), administration);
        ECKey other = Keys.generate();
        assertThat(signed(team("ru"), other).version()).isEqualTo(1);
    }

    private TeamRecord signed(Team team, ECKey key) throws Exception {
        return SignedTeamRecord.verify(Files.readString(records(key).file(team)), key.toPublicJWK());
    }

    private TeamRecords records(ECKey key) {
        return new TeamRecords(new LocalDirectory(directory), key);
    }

    private static Team team(String language) {
        return new Team(
                new TeamId("south-team"),
                new OrganisationId("south"),
                List.of(new LanguageTag(language)),
                List.of(new RegionCode("ZZ")),
                false,
                false);
    }
}
