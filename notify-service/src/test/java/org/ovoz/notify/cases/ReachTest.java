package org.ovoz.notify.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.contracts.order.OrderAction.CONTRACT;
import static org.ovoz.contracts.order.OrderAction.FETCH;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.report.ReplyScheduled;
import org.ovoz.contracts.report.ReplySent;
import org.ovoz.contracts.report.ReplyWithdrawn;
import org.ovoz.contracts.report.SafeWindowChanged;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Order;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Team;

/** When the reporter may be reached, and the answers that wait for it, as intake tells of them. */
@DeskTest
class ReachTest {

    @Inject
    MovableClock clock;

    private final ItemId reply = new ItemId(Ids.random());
    private Person aziza;
    private Report report;
    private Instant six;

    @BeforeEach
    void aReportThatAzizaHolds() {
        aziza = Person.aResponderOf(Team.aTeam());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        six = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofHours(1));
    }

    @Test
    void theNextSafeHoursAreShownUntilTheyAreOver() {
        Bus.send(report.next(id -> new SafeWindowChanged(id, six, six.plus(Duration.ofHours(1)), now())));
        JsonPath seen = await(one -> one.getString("reach.safeFrom") != null);
        assertThat(seen.getString("reach.safeFrom")).isEqualTo(six.toString());
        assertThat(seen.getList("timeline.what")).contains("safe-window-changed");
        clock.putForward(Duration.ofHours(2).plusMinutes(1));
        await(one -> one.getString("reach") == null);
    }

    @Test
    void atAnyTimeAgainThereAreNoHoursToShow() {
        Bus.send(report.next(id -> new SafeWindowChanged(id, six, six.plus(Duration.ofHours(1)), now())));
        Bus.send(report.next(id -> new SafeWindowChanged(id, null, null, now())));
        await(one -> one.getString("reach") == null
                && one.getList("timeline.what").stream()
                                .filter("safe-window-changed"::equals)
                                .count()
                        == 2);
    }

    @Test
    void anAnswerThatWaitsIsShownWithItsHour() {
        waits();
        JsonPath seen = await(one -> one.getInt("replies.scheduled") == 1);
        assertThat(seen.getString("reach.answerGoesAt")).isEqualTo(six.toString());
        assertThat(seen.getString("timeline.find { it.what == 'reply-scheduled' }.reason"))
                .isEqualTo(six.toString());
    }

    @Test
    void onceItWentOutItWaitsNoMore() {
        waits();
        Bus.send(report.next(id -> new ReplySent(id, reply, now())));
        JsonPath seen = await(one -> one.getInt("replies.sent") == 1);
        assertThat(seen.getInt("replies.scheduled")).isZero();
        assertThat(seen.getString("reach")).isNull();
    }

    @Test
    void itsHourMayMove() {
        waits();
        Instant seven = six.plus(Duration.ofHours(1));
        Bus.send(report.next(id -> new ReplyScheduled(id, reply, seven, now())));
        JsonPath seen = await(one -> seven.toString().equals(one.getString("reach.answerGoesAt")));
        assertThat(seen.getInt("replies.scheduled")).isEqualTo(1);
    }

    @Test
    void whatWasTakenBackIsCountedAsThat() {
        waits();
        Bus.send(report.next(id -> new ReplyWithdrawn(id, reply, now())));
        JsonPath seen = await(one -> one.getInt("replies.withdrawn") == 1);
        assertThat(seen.getString("reach")).isNull();
        assertThat(seen.getList("timeline.what")).contains("reply-withdrawn");
    }

    @Test
    void whyOneWasRefusedIsSeenByColleagues() {
        waits();
        Bus.send(report.next(id -> new ReplyRefused(id, reply, ReplyRefusal.WAITED_TOO_LONG, now())));
        JsonPath seen = await(one -> one.getInt("replies.refused") == 1);
        assertThat(seen.getString("timeline.find { it.what == 'reply-refused' }.reason"))
                .isEqualTo("waited-too-long");
    }

    @Test
    void anAnswerThatWaitsIsNotWhatTheyAreSilentAbout() {
        Order.of(FETCH, report, aziza.team()).by(aziza, report).then().statusCode(200);
        waits();
        Order.of(OrderAction.CLOSE, report, aziza.team())
                .by(aziza, report, "prank")
                .then()
                .statusCode(200);
    }

    @Test
    void onceItWentOutTheirSilenceCountsFromThenOn() {
        Order.of(FETCH, report, aziza.team()).by(aziza, report).then().statusCode(200);
        waits();
        clock.putForward(Duration.ofMinutes(10));
        Bus.send(report.wroteAgain());
        await(one -> one.getString("readBy") != null);
        Order.of(FETCH, report, aziza.team()).by(aziza, report).then().statusCode(200);
        clock.putForward(Duration.ofMinutes(10));
        Bus.send(report.next(id -> new ReplySent(id, reply, now())));
        await(one -> one.getInt("replies.sent") == 1);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        Order.of(OrderAction.CLOSE, report, aziza.team())
                .by(aziza, report, "prank")
                .then()
                .statusCode(409);
    }

    @Test
    void whoRecordedThePersonsWordIsInTheTimeline() {
        Order.of(CONTRACT, report, aziza.team()).by(aziza, report).then().statusCode(200);
        JsonPath seen = await(one -> one.getList("timeline.what").contains("contract-recorded"));
        assertThat(seen.getString("timeline.find { it.what == 'contract-recorded' }.who"))
                .isEqualTo(aziza.handle());
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTRACT", "WITHDRAW"})
    void bothNeedTheClaim(OrderAction action) {
        Person bek = Person.aResponderOf(aziza.team());
        Order.of(action, report, aziza.team()).by(bek, report).then().statusCode(409);
        Order.of(action, report, aziza.team()).by(aziza, report).then().statusCode(200);
    }

    private void waits() {
        Bus.send(report.next(id -> new ReplyScheduled(id, reply, six, now())));
        await(one -> one.getInt("replies.scheduled") == 1);
    }

    private Instant now() {
        return clock.instant();
    }

    private JsonPath await(Predicate<JsonPath> like) {
        return report.await(aziza, like);
    }
}
