package org.ovoz.intake.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sms;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.intake.setting.Webhook;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.Teams;

@IntakeTest
class RoutedReportTest {

    @Inject
    Teams teams;

    private final List<Team> suspended = new ArrayList<>();

    @AfterEach
    void everybodyIsBack() {
        suspended.forEach(Team::readmit);
        suspended.forEach(team -> awaitThat(team, false));
    }

    @Test
    void theDecisionIsStoredWithItsRuleAndTold() {
        ReportId report = Reporter.whoWrote(Reporter.CRY).report();
        assertThat(Sql.INTAKE.one(
                        "SELECT language || ' ' || language_reason || ' ' || region || ' ' || rule"
                                + " FROM conversation WHERE id = ?",
                        report.value()))
                .isEqualTo("uz-Latn letters ZZ language-and-region");
        assertThat(recipients(report)).containsExactly("night escalation", "north responsible");
        Eventually.so(() -> assertThat(Bus.told(report)).hasSize(1));
        ReportReceived told = (ReportReceived) Bus.told(report).getFirst().event();
        assertThat(told.rule().value()).isEqualTo("language-and-region");
        assertThat(told.addressed())
                .extracting(addressed -> addressed.team().value())
                .containsExactly("north", "night");
    }

    @Test
    void aTextThatCouldBeEitherLanguageGoesToThoseWhoReadOneAndToTheCatchAllForTheOther() {
        ReportId report = Reporter.whoWrote("Меня не пускают домой").report();
        assertThat(Sql.INTAKE.one(
                        "SELECT language || ' ' || language_reason || ' ' || rule FROM conversation WHERE id = ?",
                        report.value()))
                .isEqualTo("und confusable one-of-languages");
        assertThat(recipients(report)).containsExactly("catch-all catch-all", "night escalation", "north responsible");
    }

    @Test
    void whereNobodyIsKnownToReadItAnInterpreterIsAskedFor() {
        ReportId report = Reporter.whoWrote("giúp đỡ").report();
        Eventually.so(() -> assertThat(Bus.told(report)).hasSize(1));
        ReportReceived told = (ReportReceived) Bus.told(report).getFirst().event();
        assertThat(told.interpreter()).isTrue();
        assertThat(told.rule().value()).isEqualTo("catch-all");
    }

    @Test
    void aSuspendedTeamGetsNoGrant() {
        suspend(Team.NORTH);
        Reporter reporter = Reporter.whoWrote(Reporter.CRY);
        assertThat(grants(reporter.report())).doesNotContain("north").contains("catch-all");
    }

    @Test
    void aTeamThatIsSuspendedLaterGetsNoGrantForWhatComesLater() {
        Reporter reporter = Reporter.whoWrote(Reporter.CRY);
        suspend(Team.NORTH);
        reporter.writes("yana");
        assertThat(lastGrants(reporter.report())).containsExactly("night");
    }

    @Test
    void whereAllTeamsOfAReportAreSuspendedTheCatchAllJoinsIt() {
        Reporter reporter = Reporter.whoWrote(Reporter.CRY);
        suspend(Team.NORTH);
        suspend(Team.NIGHT);
        reporter.writes("yana");
        assertThat(lastGrants(reporter.report())).containsExactly("catch-all");
        assertThat(recipients(reporter.report())).contains("catch-all catch-all");
        assertThat(Responder.of(Team.CATCH_ALL).opens(reporter.report()).texts(ItemKind.MESSAGE))
                .containsExactly("yana");
    }

    @Test
    void whereEveryTeamIsSuspendedNothingIsTakenUntilOneIsBack() {
        teams.now().active().forEach(team -> suspend(team.record().id()));
        Team.ALL.forEach(this::suspend);
        Reporter reporter = Reporter.somebody();
        Sms text = Sms.of(reporter.number(), Reporter.CRY);
        assertRefused(Webhook.of(text).send(), 503, "unavailable");
        assertThat(Reporter.isKnown(text.id())).isFalse();
        everybodyIsBack();
        suspended.clear();
        assertThat(Webhook.of(text).send().statusCode()).isEqualTo(200);
        assertThat(grants(Reporter.reportOf(text.id()))).contains("north");
    }

    private void suspend(Team team) {
        suspended.add(team);
        team.suspend();
        awaitThat(team, true);
    }

    /** One that another test has left behind. */
    private void suspend(TeamId team) {
        if (Team.ALL.stream().noneMatch(one -> one.id().equals(team))) {
            Team left = new Team(team.value(), false, List.of());
            left.suspend();
            awaitThat(left, true);
        }
    }

    private void awaitThat(Team team, boolean isSuspended) {
        Eventually.so(() -> assertThat(teams.now().find(team.id()).map(KnownTeam::suspended))
                .contains(isSuspended));
    }

    private static List<String> recipients(ReportId report) {
        return Sql.INTAKE.read(
                "SELECT team || ' ' || addressed_as FROM recipient WHERE report_id = ? ORDER BY team", report.value());
    }

    private static List<String> grants(ReportId report) {
        return Sql.INTAKE.read("SELECT DISTINCT recipient FROM item_grant WHERE report_id = ?", report.value());
    }

    private static List<String> lastGrants(ReportId report) {
        return Sql.INTAKE.read(
                "SELECT recipient FROM item_grant WHERE item_id ="
                        + " (SELECT id FROM item WHERE report_id = ? ORDER BY at DESC LIMIT 1) ORDER BY 1",
                report.value());
    }
}
