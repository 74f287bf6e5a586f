package org.ovoz.intake.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeSetting;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.Teams;
import org.ovoz.local.carrier.faults.FaultKind;

/** Whom a picture is sealed to whose teams were stopped between the text and it. */
@IntakeTest
class AttachmentReadersTest {

    private static final byte[] PICTURE = Sender.picture(5_000);

    @Inject
    FetchMedia fetchMedia;

    @Inject
    Teams teams;

    private final Sender sender = new Sender();
    private final List<Team> suspended = new ArrayList<>();

    @AfterEach
    void everybodyIsBack() {
        suspended.forEach(Team::readmit);
        suspended.forEach(team -> awaitThat(team, false));
    }

    @Test
    void aTeamThatIsSuspendedMeanwhileGetsNoGrant() {
        theTextComesAndThen(Team.NORTH);
        assertThat(grants()).containsExactly("night");
    }

    @Test
    void whereAllTeamsOfTheReportAreSuspendedTheCatchAllJoinsIt() {
        theTextComesAndThen(Team.NORTH, Team.NIGHT);
        assertThat(grants()).containsExactly("catch-all");
        Responder catchAll = Responder.of(Team.CATCH_ALL);
        OpenedReport opened = catchAll.opens(sender.report());
        assertThat(catchAll.opensAttachment(opened, Sender.ids(opened).getFirst()))
                .isEqualTo(PICTURE);
    }

    private void theTextComesAndThen(Team... stopped) {
        int fault = sender.carrierAlwaysWill(FaultKind.MEDIA_ERROR);
        sender.sends(Reporter.CRY, PICTURE).awaitTries(1);
        for (Team team : stopped) {
            suspended.add(team);
            team.suspend();
            awaitThat(team, true);
        }
        IntakeSetting.carrier().removeFault(fault);
        MovableClock.putForward(Duration.ofMinutes(3));
        fetchMedia.workOff().await().indefinitely();
        sender.awaitState("deleted");
    }

    private List<String> grants() {
        return Sql.INTAKE.read(
                "SELECT g.recipient FROM item_grant g JOIN item i ON i.id = g.item_id"
                        + " WHERE i.report_id = ? AND i.kind = 'attachment' ORDER BY 1",
                sender.report().value());
    }

    private void awaitThat(Team team, boolean isSuspended) {
        Eventually.so(() -> assertThat(
                        teams.now().find(team.id()).map(KnownTeam::suspended).orElseThrow())
                .isEqualTo(isSuspended));
    }
}
