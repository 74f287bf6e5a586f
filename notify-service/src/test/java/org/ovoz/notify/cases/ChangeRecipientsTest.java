package org.ovoz.notify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

/** What intake says of who reads a report is what the desk shows it to. */
@DeskTest
class ChangeRecipientsTest {

    private Person aziza;
    private Person dinara;
    private Report report;

    @BeforeEach
    void aReportOfAzizas() {
        aziza = Person.aResponderOf(Team.aTeam());
        dinara = Person.aResponderOf(Team.aTeam());
        report = Report.inTheQueueOf(aziza);
    }

    @Test
    void aTeamThatWasLetInSeesTheReport() {
        Api.as(dinara).get(report.path()).then().statusCode(404);
        Bus.send(report.letsIn(dinara.team()));
        report.await(dinara, seen -> seen.getList("timeline.what").contains("recipients-changed"));
        Api.as(dinara).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void aTeamThatWasTakenOutSeesItNoMoreAndItsClaimIsGivenBack() {
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        Bus.send(report.readBy(new Addressed(dinara.team().id(), AddressedAs.RESPONSIBLE)));
        report.await(
                dinara,
                seen -> seen.getString("state").equals("waiting")
                        && seen.getList("timeline.what").contains("claim-lapsed"));
        Api.as(aziza).get(report.path()).then().statusCode(404);
    }

    @Test
    void whoeverHoldsItGoesOnWhenOthersAreLetIn() {
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        Bus.send(report.letsIn(dinara.team()));
        report.await(dinara, seen -> aziza.handle().equals(seen.getString("claimedBy")));
    }

    @Test
    void aTeamThatStepsInAndWasLetInSeesItAtOnce() {
        Report watched = Report.to(aziza.team()).escalatingTo(dinara.team());
        Bus.send(watched.received());
        watched.await(aziza, seen -> true);
        Api.as(dinara).get(watched.path()).then().statusCode(404);
        Bus.send(watched.readBy(
                new Addressed(aziza.team().id(), AddressedAs.RESPONSIBLE),
                new Addressed(dinara.team().id(), AddressedAs.RESPONSIBLE)));
        watched.await(dinara, seen -> true);
    }

    @Test
    void ofAReportThatTheDeskDoesNotHaveItIsParked() {
        Report unknown = Report.to(aziza.team());
        Bus.Sent event = unknown.letsIn(dinara.team());
        Bus.send(event);
        Eventually.so(() -> assertThat(Sql.read("SELECT parked_reason FROM inbox WHERE id = ?", event.id()))
                .containsExactly("unknown-report"));
    }
}
