package org.ovoz.notify.alert;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.setting.Browser;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.setting.Webhook;

/** What becomes of alerts while mail server, carrier or push service take no connection for ten minutes. */
@DeskTest
class WaysDownTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 3;

    @Inject
    MovableClock clock;

    private Person aziza;
    private final Map<String, UUID> endpoints = new HashMap<>();

    @BeforeEach
    void somebodyWithEveryWay() {
        aziza = Person.aResponderOf(Team.aTeam()).withATelephone();
        endpoints.put("push", Browser.of(aziza).subscribed());
        endpoints.put("webhook", Webhook.of(aziza).id());
    }

    @AfterEach
    void everythingIsBack() {
        DeskSetting.get().carrier().goesOn();
        DeskSetting.get().mail().comesBack();
        DeskSetting.get().carrier().comesBack();
        DeskSetting.get().receiver().comesBack();
    }

    @Test
    void carrierAndMailServerHoldUpNoOtherWayAndAreGivenUpAfterAFewAttempts() {
        DeskSetting.get().carrier().goesDown();
        DeskSetting.get().mail().goesDown();
        UUID push = due("push");
        UUID webhook = due("webhook");
        Map<UUID, String> down = Map.of(due("sms"), "carrier-0", due("call"), "carrier-0", due("email"), "smtp");
        Eventually.so(() -> assertThat(List.of(state(push), state(webhook))).containsOnly("sent"));
        givenUp(down);
        DeskSetting.get().carrier().comesBack();
        DeskSetting.get().mail().comesBack();
        List<UUID> next = List.of(due("sms"), due("call"), due("email"));
        Eventually.so(() -> assertThat(next.stream().map(WaysDownTest::state)).containsOnly("sent"));
    }

    @Test
    void aPushServiceHoldsUpNoOtherWayAndIsGivenUpAfterAFewAttempts() {
        DeskSetting.get().receiver().goesDown();
        List<UUID> others = List.of(due("sms"), due("call"), due("email"));
        Map<UUID, String> down = Map.of(due("push"), "not-reached", due("webhook"), "not-reached");
        Eventually.so(() -> assertThat(others.stream().map(WaysDownTest::state)).containsOnly("sent"));
        givenUp(down);
        DeskSetting.get().receiver().comesBack();
        UUID push = due("push");
        UUID webhook = due("webhook");
        Eventually.so(() -> assertThat(List.of(state(push), state(webhook))).containsOnly("sent"));
    }

    /** More than go at once by one way. */
    @Test
    void aCarrierThatHangsHoldsUpNoOtherWay() {
        DeskSetting.get().carrier().hangs();
        List<UUID> texts = Stream.generate(() -> due("sms")).limit(20).toList();
        List<UUID> others = List.of(due("push"), due("webhook"), due("email"));
        Eventually.so(() -> assertThat(others.stream().map(WaysDownTest::state)).containsOnly("sent"));
        assertThat(texts.stream().map(WaysDownTest::state)).doesNotContain("sent", "failed");
        DeskSetting.get().carrier().goesOn();
        Eventually.so(() -> assertThat(texts.stream().map(WaysDownTest::state)).isSubsetOf("sent", "unknown"));
    }

    private void givenUp(Map<UUID, String> reasons) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String tried = Integer.toString(attempt);
            reasons.forEach((alert, reason) -> Eventually.so(() -> {
                assertThat(column("attempts", alert)).isEqualTo(tried);
                assertThat(column("reason", alert)).isEqualTo(reason);
                assertThat(state(alert)).isEqualTo(tried.equals("" + ATTEMPTS) ? "failed" : "due");
            }));
            clock.putForward(TEN_MINUTES.dividedBy(2));
        }
    }

    private UUID due(String kind) {
        UUID id = Ids.random();
        Sql.change(
                """
                INSERT INTO alert (id, cause, purpose, subject, person, kind, endpoint, text, state, created_at, due_at, changed_at)
                SELECT ?, ?, 'notice', ?, p.id, ?, ?::uuid, '0-2', 'due', t.at, t.at, t.at
                FROM person p, (SELECT ?::timestamptz AS at) t WHERE p.subject = ?""",
                id,
                Ids.random(),
                Ids.random(),
                kind,
                endpoints.get(kind),
                MovableClock.now().toString(),
                aziza.subject());
        return id;
    }

    private static String state(UUID alert) {
        return column("state", alert);
    }

    private static String column(String name, UUID alert) {
        return String.valueOf(
                Sql.read("SELECT " + name + " FROM alert WHERE id = ?", alert).getFirst());
    }
}
