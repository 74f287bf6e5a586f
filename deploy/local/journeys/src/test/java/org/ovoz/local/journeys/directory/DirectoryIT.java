package org.ovoz.local.journeys.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.desk.AccessToken;
import org.ovoz.local.journeys.desk.KeycloakLogin;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.Processes;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.stack.Person;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.journeys.web.Web;
import org.ovoz.local.servers.process.HttpHealth;

/** People come, are stopped and go, at the desk and at the real Keycloak. */
class DirectoryIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofMinutes(3);
    private static final String TEAM = "north-central-asia";
    private static final String PASSWORD = "a long enough password 7";

    private final RunningStack running = RunningStack.shared();
    private final Administrator administrator = new Administrator(running);
    private final KeycloakConsole keycloak = new KeycloakConsole(running);
    private final String handle = "it" + UUID.randomUUID().toString().substring(0, 8);
    private String subject = "";

    @BeforeEach
    void somebodyIsInvited() {
        subject = administrator
                .invite(handle, "north", TEAM, "responder")
                .expect(201)
                .as(JsonNode.class)
                .required("subject")
                .asText();
    }

    @AfterEach
    void nobodyIsLeft() {
        administrator.remove(subject);
    }

    @Test
    void anInvitationMakesALoginThatSetsUpPasswordAndSecondFactorFirst() {
        JsonNode user = keycloak.user(subject);
        assertThat(user.path("username").asText()).isEqualTo(handle);
        assertThat(user.path("requiredActions").toString()).contains("UPDATE_PASSWORD", "CONFIGURE_TOTP");
        assertThat(user.path("attributes").path("teams").toString()).contains(TEAM);
        assertThat(keycloak.roles(subject)).contains("responder").doesNotContain("admin", "coordinator");
        assertThat(administrator.person(subject).path("state").asText()).isEqualTo("invited");
    }

    @Test
    void theFirstPasswordAloneLetsNobodyInAndTheSameInvitationMakesOneLogin() {
        JsonNode again = administrator
                .invite(handle, "north", TEAM, "responder")
                .expect(201)
                .as(JsonNode.class);
        assertThat(again.path("subject").asText()).isEqualTo(subject);
        String password = again.path("password").asText();
        assertThatThrownBy(() -> token(password)).hasMessageContaining("sent the browser back elsewhere");
        keycloak.firstLoginDone(subject, PASSWORD);
        administrator.invite(handle, "north", TEAM, "responder").expect(409);
    }

    @Test
    void somebodyWhoArrivedIsSuspendedLiftedMovedAndRemoved() {
        AccessToken token = arrive();
        assertThat(me(token).expect(200).as(JsonNode.class).path("handle").asText())
                .isEqualTo(handle);
        administrator.reconcile().expect(200);
        assertThat(administrator.person(subject).path("state").asText()).isEqualTo("active");

        administrator.change(subject, "suspend").expect(200);
        me(token).expect(403);
        assertThat(keycloak.sessions(subject)).isZero();
        assertThat(keycloak.user(subject).path("enabled").asBoolean()).isFalse();

        administrator.change(subject, "lift").expect(200);
        me(token()).expect(200);

        administrator.move(subject, "steppe", "steppe-turkic").expect(200);
        assertThat(me(token).expect(200).as(JsonNode.class).path("organisation").asText())
                .isEqualTo("steppe");
        assertThat(keycloak.user(subject).path("attributes").path("teams").toString())
                .contains("steppe-turkic");
        administrator.move(subject, "steppe", TEAM).expect(422);

        administrator.remove(subject).expect(204);
        me(token).expect(403);
        assertThat(keycloak.hasUser(subject)).isFalse();
        administrator.remove(administrator
                .invite(handle, "north", TEAM, "responder")
                .expect(201)
                .as(JsonNode.class)
                .path("subject")
                .asText());
    }

    @Test
    void everyRoleCanBeGiven() {
        for (String role : List.of("coordinator", "auditor", "admin")) {
            String other = administrator
                    .invite(handle + role.charAt(0), "north", TEAM, role)
                    .expect(201)
                    .as(JsonNode.class)
                    .path("subject")
                    .asText();
            assertThat(keycloak.roles(other)).contains(role);
            administrator.remove(other).expect(204);
        }
    }

    @Test
    void aLostSecondFactorIsSetUpAnew() {
        arrive();
        assertThat(keycloak.user(subject).path("requiredActions")).isEmpty();
        administrator.change(subject, "second-factor/reset").expect(200);
        assertThat(keycloak.user(subject).path("requiredActions").toString()).contains("CONFIGURE_TOTP");
        assertThat(keycloak.sessions(subject)).isZero();
    }

    @Test
    void aSuspendedOrganisationsPeopleAreLoggedOutAndOutUntilItIsLifted() {
        String organisation = "org-" + handle;
        administrator.makeOrganisation(organisation);
        administrator.move(subject, organisation).expect(200);
        AccessToken token = arrive();
        me(token).expect(200);
        Answer stopped = administrator.changeOrganisation(organisation, "suspend");
        assertThat(stopped.expect(200).as(JsonNode.class).path("sessionsEnded").asBoolean())
                .isTrue();
        assertThat(keycloak.sessions(subject)).isZero();
        me(token).expect(403);
        administrator.changeOrganisation(organisation, "lift").expect(200);
        me(token()).expect(200);
    }

    @Test
    void whoIsDeletedAtKeycloakIsSuspendedAndWhatTheyHeldIsInTheQueue() {
        ReportId report = aReportClaimedBy(arrive());
        keycloak.delete(subject);
        administrator.reconcile().expect(200);
        assertThat(administrator.person(subject).path("state").asText()).isEqualTo("suspended");
        running.people().login("aziza").claim(report);
        administrator.change(subject, "lift").expect(409);
    }

    @Test
    void whoIsDisabledAtKeycloakIsSuspendedAndOnlyTheDeskLifts() {
        AccessToken token = arrive();
        keycloak.disable(subject);
        me(token).expect(200);
        administrator.reconcile().expect(200);
        me(token).expect(403);
        administrator.change(subject, "lift").expect(200);
        me(token).expect(200);
    }

    @Test
    void whatIsChangedAtKeycloakIsChangedHere() {
        keycloak.place(subject, "steppe", "steppe-turkic");
        keycloak.giveRole(subject, "coordinator");
        administrator.reconcile().expect(200);
        JsonNode person = administrator.person(subject);
        assertThat(person.path("organisation").asText()).isEqualTo("steppe");
        assertThat(person.path("teams").toString()).contains("steppe-turkic").doesNotContain(TEAM);
        assertThat(person.path("roles").toString()).contains("coordinator", "responder");
        keycloak.place(subject, "steppe", "no-such-team");
        administrator.reconcile().expect(200);
        assertThat(administrator.person(subject).path("teams").toString()).contains("steppe-turkic");
    }

    @Test
    void aLoginThatNobodyInvitedIsShownAndIsNobodyHere() {
        String stranger = keycloak.create(handle + "x");
        keycloak.giveRole(stranger, "responder");
        JsonNode compared = administrator.reconcile().expect(200).as(JsonNode.class);
        assertThat(compared.path("unknown").toString()).contains(stranger).doesNotContain(subject);
        administrator.invite(handle + "x", "north", TEAM, "responder").expect(409);
        keycloak.delete(stranger);
        assertThat(administrator
                        .reconcile()
                        .expect(200)
                        .as(JsonNode.class)
                        .path("unknown")
                        .toString())
                .doesNotContain(stranger);
    }

    @Test
    void whileKeycloakHangsNobodyIsSuspendedNobodyIsInvitedAndWorkGoesOn() {
        AccessToken token = arrive();
        ResponderSession session =
                new ResponderSession(running.web(), running.stack().desk(), token);
        ReportId report =
                running.reports(session).open("Yordam kerak, qo'rqyapman.").id();
        Processes server = Processes.of(running.stack().pids(), "keycloak", SOON);
        server.signal("STOP");
        try {
            administrator.reconcile().expect(503);
            assertThat(administrator
                            .invite(handle + "y", "north", TEAM, "responder")
                            .expect(503)
                            .problem())
                    .isEqualTo("logins-away");
            session.claim(report);
            session.look(report);
            administrator.change(subject, "suspend").expect(200);
            me(token).expect(403);
        } finally {
            server.signal("CONT");
        }
        administrator.reconcile().expect(200);
        assertThat(keycloak.user(subject).path("enabled").asBoolean()).isFalse();
        assertThat(administrator.person(subject).path("state").asText()).isEqualTo("suspended");
    }

    @Test
    void whileKeycloakIsDownASuspensionCountsAndItIsToldLater() {
        Instant invited = Instant.now();
        AccessToken token = arrive();
        Await.until("Keycloak's database on disk", SOON, () -> Optional.of(true).filter(on -> isOnDiskSince(invited)));
        Processes.of(running.stack().pids(), "keycloak", SOON).signal("KILL");
        administrator.reconcile().expect(503);
        Answer suspended = administrator.change(subject, "suspend").expect(200);
        assertThat(suspended.as(JsonNode.class).path("atLoginServer").asBoolean())
                .isFalse();
        me(token).expect(403);
        Await.until(
                "Keycloak again",
                AGAIN,
                () -> Optional.of(true).filter(up -> new HttpHealth(realmIsThere()).getAsBoolean()));
        administrator.reconcile().expect(200);
        JsonNode user = new KeycloakConsole(running).user(subject);
        assertThat(user.path("enabled").asBoolean()).isFalse();
    }

    /** The database of the local Keycloak writes what was committed up to a second later; a login is always something to write. */
    private boolean isOnDiskSince(Instant time) {
        Path database = running.stack().directory().resolve("data/keycloak/data/h2/keycloakdb.mv.db");
        try {
            return Files.getLastModifiedTime(database).toInstant().isAfter(time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI realmIsThere() {
        return URI.create(running.stack().realm() + "/.well-known/openid-configuration");
    }

    private AccessToken arrive() {
        keycloak.firstLoginDone(subject, PASSWORD);
        return token();
    }

    private AccessToken token() {
        return token(PASSWORD);
    }

    private AccessToken token(String password) {
        Person person = new Person(handle, password, "", "", Path.of("none"));
        return new KeycloakLogin(
                        running.web(), running.stack().realm(), running.stack().console())
                .login(person);
    }

    private ReportId aReportClaimedBy(AccessToken token) {
        ResponderSession session =
                new ResponderSession(running.web(), running.stack().desk(), token);
        ReportId report = running.reports(session)
                .open("Yordam kerak, bizni ushlab turishibdi.")
                .id();
        session.claim(report);
        return report;
    }

    private Answer me(AccessToken token) {
        return running.web()
                .send(Web.request(URI.create(running.stack().desk() + "/api/v1/me"))
                        .header("Authorization", token.header())
                        .build());
    }
}
