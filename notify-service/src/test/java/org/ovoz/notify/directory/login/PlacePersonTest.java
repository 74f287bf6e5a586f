package org.ovoz.notify.directory.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Team;

@DeskTest
class PlacePersonTest {

    @Inject
    PlacePerson placePerson;

    private Team team;
    private Team other;
    private Person aziza;
    private Report report;

    @BeforeEach
    void somebodyOfOneOfTwoTeamsHoldsAReport() {
        team = Team.aTeam();
        other = Team.aTeamOf(team.organisation().value());
        aziza = Person.aResponderOf(team);
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void whoIsMovedGivesBackWhatTheySeeNoMore() {
        Person bek = Person.aResponderOf(team);
        assertThat(place(other)).isTrue();
        Api.as(bek).get(report.path()).then().body("state", equalTo("waiting"));
        Api.as(aziza).get(report.path()).then().statusCode(404);
    }

    @Test
    void whoIsInOneMoreTeamKeepsWhatTheyHold() {
        assertThat(place(team, other)).isTrue();
        Api.as(aziza).get(report.path()).then().body("state", equalTo("claimed"));
    }

    @Test
    void nobodyIsMovedIntoAnotherOrganisationsTeam() {
        assertThat(place(Team.aTeam())).isFalse();
        Api.as(aziza).get(report.path()).then().body("state", equalTo("claimed"));
    }

    private boolean place(Team... teams) {
        Set<String> ids = Stream.of(teams).map(one -> one.id().value()).collect(Collectors.toSet());
        Login.Place place = new Login.Place(team.organisation().value(), ids);
        return placePerson.place(aziza.subject(), place, null).await().indefinitely();
    }
}
