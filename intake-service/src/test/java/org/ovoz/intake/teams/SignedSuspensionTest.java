package org.ovoz.intake.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.team.SignedSuspension;
import org.ovoz.contracts.team.TeamSuspended;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;

/** A suspension that comes by the management port, past Kafka and the desk. */
@IntakeTest
class SignedSuspensionTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    Teams teams;

    /** Reads no language, so that no report goes to it while there is any other team. */
    private final Team team = new Team("s" + Ids.random().toString().substring(0, 8), false, List.of(), "ZZ");

    @BeforeEach
    void theTeamIsKnown() {
        team.publish();
        awaitSuspended(false);
    }

    @Test
    void itHoldsBeforeItIsAnswered() {
        HttpResponse<String> answer = post(team.suspensionSigned(MovableClock.now()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().strip()).isEqualTo("{\"suspended\":\"" + team.id() + "\"}");
        assertThat(suspended()).contains(true);
    }

    @Test
    void theSignedFormIsKeptAsItsProof() {
        String jws = team.suspensionSigned(MovableClock.now());
        post(jws);
        assertThat(Sql.INTAKE.read(
                        "SELECT jws FROM team_suspension WHERE team = ?",
                        team.id().value()))
                .containsExactly(jws);
    }

    @Test
    void theSameOneAgainHasTheSameAnswerAndNoFurtherEffect() {
        String jws = team.suspensionSigned(MovableClock.now());
        HttpResponse<String> first = post(jws);
        team.readmit();
        awaitSuspended(false);
        HttpResponse<String> again = post(jws);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(suspended()).contains(false);
    }

    @Test
    void theSameOneAgainHasTheSameAnswerEvenMuchLater() {
        String jws = team.suspensionSigned(MovableClock.now());
        post(jws);
        MovableClock.putForward(Duration.ofMinutes(11));
        assertThat(post(jws).statusCode()).isEqualTo(200);
    }

    @Test
    void whatAnotherInstanceAppliedHoldsHereOnceItIsToldToo() {
        Instant at = MovableClock.now();
        Sql.INTAKE.change(
                "INSERT INTO team_suspension (event_id, team, at) VALUES (?, ?, to_timestamp(0))",
                "signed:" + team.id() + ":" + at,
                team.id().value());
        Sql.INTAKE.change(
                "UPDATE team SET suspended = true WHERE id = ?", team.id().value());
        assertThat(suspended()).contains(false);
        assertThat(post(team.suspensionSigned(at)).statusCode()).isEqualTo(200);
        assertThat(suspended()).contains(true);
    }

    @Test
    void aHigherSignedVersionLiftsIt() {
        post(team.suspensionSigned(MovableClock.now()));
        team.readmit();
        awaitSuspended(false);
    }

    @Test
    void unsignedItHasNoEffect() {
        assertRefused(post(Json.write(new TeamSuspended(team.id(), MovableClock.now()))), 403, "bad-signature");
        assertThat(suspended()).contains(false);
    }

    @Test
    void signedByAnotherKeyItHasNoEffect() {
        String forged = SignedSuspension.sign(new TeamSuspended(team.id(), MovableClock.now()), Keys.generate());
        assertRefused(post(forged), 403, "bad-signature");
        assertThat(suspended()).contains(false);
    }

    @Test
    void aTeamRecordIsNoSuspension() {
        assertRefused(post(Team.sign(team.record(9, true))), 403, "bad-signature");
        assertThat(suspended()).contains(false);
    }

    @ParameterizedTest
    @ValueSource(ints = {-11, 11})
    void fromAnotherTimeItHasNoEffect(int minutes) {
        Instant then = MovableClock.now().plus(Duration.ofMinutes(minutes));
        assertRefused(post(team.suspensionSigned(then)), 422, "suspension-expired");
        assertThat(suspended()).contains(false);
    }

    @Test
    void aTeamThatIsNotKnownIsNotSuspendedSilently() {
        Team unknown = new Team("mistyped", false, List.of(), "ZZ");
        assertRefused(post(unknown.suspensionSigned(MovableClock.now())), 404, "unknown-team");
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertRefused(post(""), 403, "bad-signature");
        assertThat(post("x".repeat(20_000)).statusCode()).isEqualTo(413);
    }

    private Optional<Boolean> suspended() {
        return teams.now().find(team.id()).map(KnownTeam::suspended);
    }

    private void awaitSuspended(boolean suspended) {
        Eventually.so(() -> assertThat(suspended()).contains(suspended));
    }

    private static HttpResponse<String> post(String jws) {
        String management = TestHTTPResourceManager.getManagementUri().replaceAll("/q/?$", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(management + "/suspensions"))
                .POST(HttpRequest.BodyPublishers.ofString(jws))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
