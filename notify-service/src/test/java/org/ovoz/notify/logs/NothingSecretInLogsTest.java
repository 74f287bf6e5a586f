package org.ovoz.notify.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Browser;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.FakeIntake;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Order;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.setting.Webhook;

/** Everything goes wrong at once, and whoever was repeated to us by an error is not repeated into a log. */
@DeskTest
class NothingSecretInLogsTest {

    private static final String CANARY = "a canary sentence that somebody wrote";

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger root = LogContext.getLogContext().getLogger("");
    private final ExtHandler listener = new ExtHandler() {
        @Override
        protected void doPublish(ExtLogRecord line) {
            logged.add(read(line));
        }
    };

    @BeforeEach
    void listen() {
        root.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        root.removeHandler(listener);
        DeskSetting.get().intake().answers(FakeIntake.done());
    }

    @Test
    void noNumberNoAddressNoTokenAndNoContentIsInAnyLog() {
        Person aziza = Person.aResponderOf(Team.aTeam());
        DeskSetting.get().carrier().failsNext(aziza.sms(), 400, 21211);
        DeskSetting.get().mail().losesAnswersTo(aziza.email());
        Report report = Report.inTheQueueOf(aziza);
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT state FROM alert WHERE report_id = ? AND attempts > 0",
                        report.id().value()))
                .hasSize(2)
                .doesNotContain("sending"));
        poisonWith(aziza);
        ordersThatFail(aziza, report);
        formsThatAreRefused(aziza);
        List<String> endpoints = endpointsThatFail(aziza);
        assertThat(endpoints).allSatisfy(secret -> assertThat(logged).noneMatch(line -> line.contains(secret)));
        assertThat(logged)
                .isNotEmpty()
                .noneMatch(line -> line.contains(CANARY)
                        || line.contains(aziza.sms().substring(1))
                        || line.contains(aziza.email())
                        || line.contains(aziza.token()));
    }

    private static void poisonWith(Person aziza) {
        Bus.Sent poison = Report.to(aziza.team()).received();
        Bus.send(poison.as(poison.type(), "{\"reportId\":\"" + CANARY + "\",\"channel\":\"" + aziza.sms() + "\"}"));
        Bus.sendRaw(CANARY, CANARY.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Eventually.so(() -> assertThat(Sql.read("SELECT state FROM inbox WHERE id = ?", poison.id()))
                .containsExactly("parked"));
        Eventually.so(() -> assertThat(Sql.read("SELECT reason FROM inbox_unreadable WHERE raw = ?", (Object)
                        CANARY.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isNotEmpty());
    }

    private static void ordersThatFail(Person aziza, Report report) {
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        for (int status : new int[] {0, 500}) {
            DeskSetting.get().intake().answers(new FakeIntake.Answer(status, "text/plain", CANARY));
            Order order = Order.of(
                    OrderAction.NOTE,
                    report.id(),
                    aziza.team().id(),
                    aziza.team().order(),
                    "{\"x\":\"" + CANARY + "\"}");
            assertThat(order.by(aziza, report).statusCode()).isGreaterThanOrEqualTo(500);
        }
        new Order(CANARY, CANARY).by(aziza, report).then().statusCode(422);
    }

    private static void formsThatAreRefused(Person aziza) {
        String form = "{\"handle\":\"" + CANARY + "\",\"channels\":{\"sms\":\"" + aziza.sms() + "\"}}";
        Api.asAdmin()
                .body(form)
                .put("/api/v1/directory/people/" + UUID.randomUUID())
                .then()
                .statusCode(400);
        Api.asAdmin()
                .body(form + CANARY)
                .put("/api/v1/directory/people/" + UUID.randomUUID())
                .then()
                .statusCode(400);
        Api.with(aziza.token() + "x").get("/api/v1/cases").then().statusCode(401);
    }

    /** What of them nobody may read. */
    private static List<String> endpointsThatFail(Person aziza) {
        Browser browser = Browser.of(aziza);
        Webhook webhook = Webhook.of(aziza);
        DeskSetting.get().receiver().losesAnswersTo(browser.url());
        DeskSetting.get().receiver().answers(webhook.url(), 500);
        due(aziza, "push", browser.subscribed());
        due(aziza, "webhook", webhook.id());
        DeskSetting.get().carrier().failsNext(aziza.sms(), 400, 21211);
        due(aziza.withATelephone(), "call", null);
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT a.kind FROM alert a JOIN person p ON p.id = a.person WHERE p.subject = ? AND purpose = 'notice' AND reason IS NOT NULL",
                        aziza.subject()))
                .containsExactlyInAnyOrder("push", "webhook", "call"));
        return List.of(
                browser.url().substring(browser.url().lastIndexOf('/')),
                webhook.url().substring(webhook.url().lastIndexOf('/')),
                browser.auth(),
                webhook.secret());
    }

    private static void due(Person person, String kind, @Nullable UUID endpoint) {
        Sql.change("""
                INSERT INTO alert (id, cause, purpose, subject, person, kind, endpoint, text, state, created_at, due_at, changed_at)
                SELECT gen_random_uuid(), gen_random_uuid(), 'notice', gen_random_uuid(), p.id, ?, ?::uuid, '0-2', 'due', t.at, t.at, t.at
                FROM person p, (SELECT ?::timestamptz AS at) t WHERE p.subject = ?""", kind, endpoint, MovableClock.now().toString(), person.subject());
    }

    private static String read(LogRecord line) {
        StringBuilder text =
                new StringBuilder(line instanceof ExtLogRecord ours ? ours.getFormattedMessage() : line.getMessage());
        for (Throwable fault = line.getThrown(); fault != null; fault = fault.getCause()) {
            text.append(" | ").append(fault);
        }
        return text.toString();
    }
}
