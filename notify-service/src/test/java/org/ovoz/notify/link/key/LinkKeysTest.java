package org.ovoz.notify.link.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Keys;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class LinkKeysTest {

    private static final int AT_ONCE = 6;
    private static final int ROUNDS = 10;

    private Team team;
    private Team sister;
    private Person aziza;

    @BeforeEach
    void twoTeamsOfAnOrganisation() {
        team = Team.aTeam();
        sister = Team.aTeamOf(team.organisation().value());
        aziza = Person.aResponderOf(team);
    }

    @Test
    void aKeyIsThereForTheWholeOrganisationAndForNobodyElse() {
        assertThat(LinkKey.shownTo(aziza)).isEmpty();
        LinkKey key = LinkKey.of(team, 1);
        key.keep(aziza, key.vouch(team), key.vouch(sister, team, team.order()))
                .then()
                .statusCode(204);
        Person theirs = Person.aResponderOf(sister);
        assertThat(LinkKey.shownTo(theirs)).containsExactly(key.kid());
        assertThat(key.sealedTo(theirs))
                .containsExactlyInAnyOrder(Keys.kidOf(team.encryption()), Keys.kidOf(sister.encryption()));
        assertThat(LinkKey.shownTo(Person.aResponderOf(Team.aTeam()))).isEmpty();
        assertThat(Sql.read("SELECT what FROM audit WHERE who = ? AND subject = ?", aziza.id(), key.kid()))
                .containsExactly("link-key-made");
    }

    @Test
    void ofBrowsersThatMakeOneAtOnceOneWinsAndTheOthersAreTold() throws Exception {
        try (ExecutorService all = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int generation = 1; generation <= ROUNDS; generation++) {
                int next = generation;
                List<Callable<Response>> makers = IntStream.range(0, AT_ONCE)
                        .<Callable<Response>>mapToObj(i -> () -> {
                            LinkKey key = LinkKey.of(team, next);
                            return key.keep(aziza, key.vouch(team));
                        })
                        .toList();
                List<Integer> statuses = all.invokeAll(makers).stream()
                        .map(Future::resultNow)
                        .map(Response::statusCode)
                        .toList();
                assertThat(statuses).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 409);
            }
        }
        assertThat(Sql.read(
                        "SELECT generation FROM link_key WHERE organisation = ? ORDER BY 1",
                        team.organisation().value()))
                .isEqualTo(
                        IntStream.rangeClosed(1, ROUNDS).mapToObj(i -> "" + i).toList());
    }

    @Test
    void theNextOneTakesTheNextNumberAndTheLatestIsShownFirst() {
        LinkKey first = LinkKey.keptBy(aziza);
        LinkKey third = LinkKey.of(team, 3);
        third.keep(aziza, third.vouch(team)).then().statusCode(409).body("type", endsWith("link-key-exists"));
        LinkKey second = LinkKey.of(team, 2);
        second.keep(aziza, second.vouch(team)).then().statusCode(204);
        assertThat(LinkKey.shownTo(aziza)).containsExactly(second.kid(), first.kid());
    }

    @Test
    void aKeyThatNoTeamOfTheCallersSignedIsRefused() {
        LinkKey key = LinkKey.of(team, 1);
        Team stranger = Team.aTeam();
        refused(key.keep(aziza, key.vouch(team, team, Keys.generate())));
        refused(key.keep(aziza, key.vouch(team, sister, sister.order())));
        refused(key.keep(aziza, key.vouch(team, stranger, stranger.order())));
        refused(key.keep(aziza, key.vouch(stranger, team, team.order())));
        refused(key.keep(aziza, key.vouch(team), LinkKey.of(team, 1).vouch(team)));
        refused(key.keep(aziza, key.vouch(team), new LinkKey(key.kid(), 2, team.organisation()).vouch(team)));
        refused(key.keep(aziza, new LinkKey(key.kid(), 1, stranger.organisation()).vouch(team)));
        refused(key.keep(aziza, "eyJ0.eyJ0.aaaa"));
        assertThat(LinkKey.shownTo(aziza)).isEmpty();
        key.keep(aziza).then().statusCode(400);
        new LinkKey("short", 1, team.organisation())
                .keep(aziza, key.vouch(team))
                .then()
                .statusCode(400);
    }

    @Test
    void aTeamThatCameLaterIsGivenTheKeyByOneWhoHoldsIt() {
        LinkKey key = LinkKey.keptBy(aziza);
        Person theirs = Person.aResponderOf(sister);
        String vouch = key.vouch(sister, team, team.order());
        refused(key.vouched(theirs, vouch));
        refused(key.vouched(aziza, LinkKey.of(team, 1).vouch(sister, team, team.order())));
        assertThat(key.sealedTo(theirs)).containsExactly(Keys.kidOf(team.encryption()));
        key.vouched(aziza, vouch).then().statusCode(204);
        key.vouched(aziza, vouch).then().statusCode(204);
        assertThat(key.sealedTo(theirs)).contains(Keys.kidOf(sister.encryption()));
        LinkKey.of(team, 1).vouched(aziza, vouch).then().statusCode(404);
        Person stranger = Person.aResponderOf(Team.aTeam());
        key.vouched(stranger, key.vouch(stranger.team())).then().statusCode(404);
    }

    @Test
    void whoProposesKeysHandsItOnToThemBeforeTheyCount() {
        LinkKey key = LinkKey.keptBy(aziza);
        Team next = new Team(team.id(), team.organisation(), Keys.generate(), Keys.generate());
        String vouch = key.vouch(next, next, next.order());
        refused(key.vouched(aziza, vouch));
        Api.as(aziza)
                .contentType("application/jose")
                .body(next.proposedBy(team.order(), 2).getBytes(StandardCharsets.US_ASCII))
                .put("/api/v1/teams/" + team.id() + "/proposal")
                .then()
                .statusCode(204);
        key.vouched(aziza, vouch).then().statusCode(204);
        next.publish(next.signed(2)).then().statusCode(200);
        assertThat(key.sealedTo(aziza)).contains(Keys.kidOf(next.encryption()));
        refused(key.vouched(aziza, key.vouch(sister, team, team.order())));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(422).body("type", endsWith("vouch-refused"));
    }
}
