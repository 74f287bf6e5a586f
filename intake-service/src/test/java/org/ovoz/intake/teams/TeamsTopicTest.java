package org.ovoz.intake.teams;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;

@IntakeTest
class TeamsTopicTest {

    @Inject
    Teams teams;

    /** Reads no language, so that no report goes to it while there is any other team. */
    private final Team team = new Team("t" + Ids.random().toString().substring(0, 8), false, List.of(), "ZZ");

    @Test
    void aSignedRecordMakesATeam() {
        team.publish();
        awaitVersion(1);
        assertThat(known().orElseThrow().record()).isEqualTo(team.record());
    }

    @Test
    void aHigherVersionTakesItsPlace() {
        team.publish();
        team.publish(Team.sign(team.record(7, false)));
        awaitVersion(7);
    }

    @Test
    void aLowerOrEqualVersionIsPassedOver() {
        team.publish(Team.sign(team.record(7, false)));
        awaitVersion(7);
        team.publish(Team.sign(team.record(6, true)));
        team.publish(Team.sign(team.record(7, true)));
        awaitAllRead();
        assertThat(known().orElseThrow().record().version()).isEqualTo(7);
        assertThat(known().orElseThrow().suspended()).isFalse();
    }

    @Test
    void aWrongSignatureIsRefusedAndShown() {
        int before = refusals("bad-signature");
        team.publish(SignedTeamRecord.sign(team.record(), Keys.generate()));
        Eventually.so(() -> assertThat(refusals("bad-signature")).isEqualTo(before + 1));
        assertThat(known()).isEmpty();
    }

    @Test
    void aWrongSignatureChangesNothingOfATeamThatIsKnown() {
        team.publish();
        awaitVersion(1);
        team.publish(SignedTeamRecord.sign(team.record(9, false), Keys.generate()));
        awaitAllRead();
        assertThat(known().orElseThrow().record().version()).isEqualTo(1);
    }

    @Test
    void aRecordUnderAnotherTeamsKeyIsRefused() {
        int before = refusals("key-differs");
        Team other = new Team("another", false, List.of(), "ZZ");
        other.publish(Team.sign(team.record()));
        Eventually.so(() -> assertThat(refusals("key-differs")).isEqualTo(before + 1));
        assertThat(known()).isEmpty();
    }

    @Test
    void whatIsNoEventIsRefusedAndShown() {
        int before = refusals("not-a-cloudevent");
        Bus.sendRawTeam(team.id().value(), new byte[] {1, 2, 3});
        Eventually.so(() -> assertThat(refusals("not-a-cloudevent")).isEqualTo(before + 1));
    }

    @Test
    void aTombstoneIsIgnored() {
        team.publish();
        awaitVersion(1);
        Bus.sendRawTeam(team.id().value(), null);
        awaitAllRead();
        assertThat(known()).isPresent();
    }

    @Test
    void aSuspensionHoldsAtOnceAndUntilAHigherVersion() {
        team.publish();
        team.suspend();
        awaitSuspended(true);
        team.publish();
        awaitAllRead();
        awaitSuspended(true);
        team.readmit();
        awaitSuspended(false);
    }

    @Test
    void readingTheTopicAgainDoesNotSuspendAgain() {
        team.publish();
        UUID suspension = team.suspend();
        awaitSuspended(true);
        team.readmit();
        awaitSuspended(false);
        team.suspend(suspension);
        awaitAllRead();
        awaitSuspended(false);
    }

    @Test
    void aSuspensionOfATeamThatIsNotKnownYetIsKept() {
        team.suspend();
        awaitAllRead();
        team.publish(Team.sign(team.record(1, true)));
        awaitSuspended(true);
    }

    @Test
    void aRecordMaySuspendToo() {
        team.publish(Team.sign(team.record(2, true)));
        awaitSuspended(true);
    }

    @Test
    void aForgedRowIsIgnoredWhenTheTableIsLoaded() {
        String forged = SignedTeamRecord.sign(team.record(), Keys.generate());
        Sql.INTAKE.change(
                "INSERT INTO team (id, version, record, suspended, updated_at) VALUES (?, 1, ?, false, to_timestamp(0))",
                team.id().value(),
                forged);
        teams.reload().await().indefinitely();
        assertThat(known()).isEmpty();
        Sql.INTAKE.change("DELETE FROM team WHERE id = ?", team.id().value());
    }

    @Test
    void aRowUnderAnotherTeamsNameIsIgnoredWhenTheTableIsLoaded() {
        team.publish();
        awaitVersion(1);
        TeamRecord older = team.record();
        Sql.INTAKE.change(
                "INSERT INTO team (id, version, record, suspended, updated_at) VALUES ('forged', 1, ?, true, to_timestamp(0))",
                Team.sign(older));
        teams.reload().await().indefinitely();
        assertThat(known().orElseThrow().suspended()).isFalse();
        Sql.INTAKE.change("DELETE FROM team WHERE id = 'forged'");
    }

    /** One reader takes one record after the other: what is sent last is read last. */
    private static void awaitAllRead() {
        Team last = new Team("z" + Ids.random().toString().substring(0, 8), false, List.of(), "ZZ");
        last.publish();
        Eventually.so(() -> assertThat(Sql.INTAKE.read(
                        "SELECT id FROM team WHERE id = ?", last.id().value()))
                .hasSize(1));
    }

    private Optional<KnownTeam> known() {
        return teams.now().find(team.id());
    }

    private void awaitVersion(long version) {
        Eventually.so(
                () -> assertThat(known().map(one -> one.record().version())).contains(version));
    }

    private void awaitSuspended(boolean suspended) {
        Eventually.so(() -> assertThat(known().map(KnownTeam::suspended)).contains(suspended));
    }

    private static int refusals(String reason) {
        return Sql.INTAKE
                .read("SELECT 1 FROM team_refusal WHERE reason = ?", reason)
                .size();
    }
}
