package org.ovoz.local.journeys.captured;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;

/** Whoever writes to the topic of teams as the desk may, and what new reports are sealed to then. */
class TeamOfItsOwnIT {
    private static final TeamId TRUE_TEAM = new TeamId("north-central-asia");
    private static final TeamId OWN = new TeamId("desk-of-its-own");

    private final RunningStack running = RunningStack.shared();
    private final TeamsTopic topic = new TeamsTopic(running);
    private final ECKey ownKey = Keys.generate();

    @Test
    void noRecordWithoutTheAdministrationKeysSignatureCountsAndNothingIsSealedToIt() throws Exception {
        String trueRecord = record(TRUE_TEAM);
        TeamRecord its = verified(trueRecord);
        assertThat(refused(OWN, SignedTeamRecord.sign(uzbek(OWN, 9, ownKey), ownKey)))
                .isEqualTo("bad-signature");
        assertThat(refused(TRUE_TEAM, SignedTeamRecord.sign(uzbek(TRUE_TEAM, 9, ownKey), ownKey)))
                .isEqualTo("bad-signature");
        assertThat(refused(OWN, Json.write(uzbek(OWN, 9, ownKey)))).isEqualTo("bad-signature");
        assertThat(refused(TRUE_TEAM, bent(trueRecord, uzbek(TRUE_TEAM, 9, ownKey))))
                .isEqualTo("bad-signature");
        assertThat(refused(OWN, trueRecord)).isEqualTo("key-differs");
        topic.publishTombstone(TRUE_TEAM);
        topic.publish(TRUE_TEAM, trueRecord);
        topic.awaitJudged();

        assertThat(topic.known(OWN)).isEmpty();
        assertThat(topic.known(TRUE_TEAM)).contains("v" + its.version());
        assertThat(sealedTo(aNewReport()))
                .contains(Keys.kidOf(its.encryptionKey()))
                .doesNotContain(Keys.kidOf(ownKey))
                .isSubsetOf(keysOfTrueTeams());
    }

    @Test
    void aTeamThatWasSuspendedDoesNotComeBackByItsEarlierRecord() throws Exception {
        TeamId stolen = aTeam("stolen");
        String earlier = SignedTeamRecord.sign(uzbek(stolen, 1, ownKey), administration());
        topic.publish(stolen, SignedTeamRecord.sign(suspended(stolen, 2), administration()));
        topic.publish(stolen, earlier);
        topic.awaitJudged();

        assertThat(topic.known(stolen)).contains("v2 suspended");
        assertThat(sealedTo(aNewReport())).isNotEmpty().doesNotContain(Keys.kidOf(ownKey));
    }

    @Test
    void withTheAdministrationKeyTheSameProgramHasItsOwnKeySealedTo() throws Exception {
        TeamId signed = aTeam("signed");
        topic.publish(signed, SignedTeamRecord.sign(uzbek(signed, 1, ownKey), administration()));
        topic.awaitJudged();
        try {
            assertThat(sealedTo(aNewReport())).contains(Keys.kidOf(ownKey));
        } finally {
            topic.publish(signed, SignedTeamRecord.sign(suspended(signed, 2), administration()));
            topic.awaitJudged();
        }
    }

    private static TeamId aTeam(String name) {
        return new TeamId(name + "-" + Ids.random().toString().substring(0, 8));
    }

    private String refused(TeamId key, String record) throws Exception {
        return topic.refusal(topic.publish(key, record));
    }

    private ReportId aNewReport() {
        ResponderSession aziza = running.people().login("aziza");
        return running.reports(aziza)
                .open("Yordam kerak, bizni bu yerda ushlab turishibdi, pul berishmayapti.")
                .id();
    }

    /** The ids of the keys that the report's items are granted to. */
    private Set<String> sealedTo(ReportId report) throws SQLException {
        try (Connection intake = running.databases().intake()) {
            return Set.copyOf(Databases.rows(
                    intake,
                    row -> row.getString(1),
                    "SELECT DISTINCT kid FROM item_grant WHERE report_id = ?",
                    report.value()));
        }
    }

    private Set<String> keysOfTrueTeams() throws Exception {
        Set<String> kids = new HashSet<>();
        for (String team : List.of("north-central-asia", "steppe-turkic", "steppe-escalation", "catch-all")) {
            kids.add(Keys.kidOf(verified(record(new TeamId(team))).encryptionKey()));
        }
        return kids;
    }

    private TeamRecord verified(String record) throws Exception {
        return SignedTeamRecord.verify(record, administration().toPublicJWK());
    }

    private String record(TeamId team) throws Exception {
        return read("keys/teams/" + team + ".jws");
    }

    private ECKey administration() throws Exception {
        return Json.read(read("keys/line-administration.jwk"), ECKey.class);
    }

    private String read(String file) throws Exception {
        return Files.readString(running.stack().directory().resolve(file));
    }

    /** Another payload under a signature that was made for the true one. */
    private static String bent(String record, TeamRecord team) {
        String[] parts = record.split("\\.");
        return parts[0] + "." + Base64URL.encode(Json.write(team)) + "." + parts[2];
    }

    /** A team that every report in Uzbek without a known region would go to. */
    private static TeamRecord uzbek(TeamId id, long version, ECKey key) {
        return team(id, version, false, key);
    }

    private static TeamRecord suspended(TeamId id, long version) {
        return team(id, version, true, Keys.generate());
    }

    private static TeamRecord team(TeamId id, long version, boolean suspended, ECKey key) {
        return new TeamRecord(
                id,
                new OrganisationId("desk"),
                version,
                List.of(new LanguageTag("uz-Latn")),
                List.of(new RegionCode("ZZ")),
                List.of(),
                false,
                false,
                List.of(),
                false,
                suspended,
                key.toPublicJWK(),
                key.toPublicJWK());
    }
}
