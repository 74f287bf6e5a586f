package org.ovoz.notify.directory.setup;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Keys;
import org.ovoz.notify.key.OwnKey;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Team;

@DeskTest
class SetUpTest {

    private static final String SET_UP = "/api/v1/directory/setup";

    @Test
    void anAdministratorSeesHowFarOrganisationsAndTeamsAre() {
        Team team = Team.aTeam();
        Person aziza = Person.aResponderOf(team);
        Person.aResponderOf(team);
        String ours = "organisations.find { it.id == '" + team.organisation() + "' }.";
        String its = "teams.find { it.id == '" + team.id() + "' }.";
        Api.asAdmin()
                .get(SET_UP)
                .then()
                .body(ours + "active", equalTo(2))
                .body(ours + "withKey", equalTo(0))
                .body(its + "holders", equalTo(0))
                .body(its + "papers", nullValue());
        OwnKey.keptBy(aziza)
                .given(aziza, team, Keys.kidOf(team.encryption()))
                .then()
                .statusCode(204);
        Api.asAdmin().get(SET_UP).then().body(ours + "withKey", equalTo(1)).body(its + "holders", equalTo(1));
        Api.as(aziza).get(SET_UP).then().statusCode(403);
    }

    @Test
    void everybodySeesWhichLineThisDeskIsOf() {
        String kid = Keys.kidOf(DeskSetting.get().administration());
        Person aziza = Person.aResponderOf(Team.aTeam());
        Api.as(aziza)
                .get("/api/v1/line")
                .then()
                .statusCode(200)
                .body("kid", equalTo(kid))
                .body("publicKey.d", nullValue())
                .body(
                        "publicKey.x",
                        equalTo(DeskSetting.get().administration().getX().toString()));
        Api.asAdmin().get("/api/v1/line").then().body("kid", equalTo(kid));
    }

    @Test
    void anAdministratorNeedNotBeInTheDirectoryWhichIsEmptyAtFirst() {
        Api.asAdmin()
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("organisation", nullValue())
                .body("teams", empty());
        String both = DeskSetting.get().logins().token(UUID.randomUUID().toString(), "admin", "responder");
        Api.with(both).get("/api/v1/me").then().statusCode(403);
    }
}
