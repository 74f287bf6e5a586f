package org.ovoz.local.journeys.captured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.contracts.order.Orders;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.leaks.LeakSearch;
import org.ovoz.local.journeys.phones.Phone;
import org.ovoz.local.journeys.running.OpenReport;
import org.ovoz.local.journeys.running.OrdersPort;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.sealed.OpenedReport;
import org.ovoz.local.journeys.sealed.ReplySealer;
import org.ovoz.local.journeys.sealed.SignedOrder;
import org.ovoz.local.journeys.stack.Person;
import org.ovoz.local.journeys.web.Answer;

/** The desk's certificate and everything that passes through it, but no team's key: what intake answers then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapturedDeskIT {
    private static final String TEXT = "Yordam kerak, bizni skladda ushlab turishibdi, eshik qulflangan.";

    private final RunningStack running = RunningStack.shared();
    private final OrdersPort intake = running.orders();
    private final Forgery forgery = new Forgery();
    private OpenReport report;
    private OpenReport other;

    @BeforeAll
    void twoReportsThatAllowTexts() {
        Person aziza = running.stack().person("aziza");
        ResponderSession session = running.people().login("aziza");
        report = OpenReport.in(running, aziza, session, TEXT);
        other = OpenReport.in(running, aziza, session, TEXT + " 2");
    }

    @Test
    void withATeamsKeyTheSameProgramOpensTheReport() {
        OpenedReport opened = report.open();
        assertThat(opened.bodies(ItemKind.MESSAGE)).contains(TEXT);
    }

    @Test
    void withoutATeamsSignatureNothingIsFetched() throws Exception {
        TeamRecord team = team();
        ECKey key = team.orderKey();
        OrderClaims claims = claims(OrderAction.FETCH, "{}");
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("no order", "nothing");
        orders.put("its own key", forgery.withOwnKey(claims));
        orders.put("its own key under the team's name", forgery.withOwnKeyNamed(claims, key));
        orders.put("its own key in the header", forgery.withOwnKeyInTheHeader(claims, key));
        orders.put("the public key as a secret", Forgery.withThePublicKeyAsSecret(claims, key));
        orders.put("no signature", Forgery.unsigned(claims, key));
        orders.put(
                "a team that there is not",
                forgery.withOwnKey(
                        Forgery.claims(report.id(), OrderAction.FETCH, "{}", new TeamId("desk-of-its-own"))));
        assertRefused("without a header", intake.send(null, "{}"));
        orders.forEach((what, jws) -> assertRefused(what, intake.send(jws, "{}")));
    }

    @Test
    void aRespondersTokenReplacesNoSignature() {
        OrderClaims claims = claims(OrderAction.FETCH, "{}");
        assertRefused(
                "through the desk",
                report.session().order(new SignedOrder(report.id(), "{}", forgery.withOwnKey(claims))));
    }

    @Test
    void withoutTheDesksCertificateThereIsNoAnswerAtAll() {
        SignedOrder order = report.keys().fetch(report.id());
        assertThatThrownBy(() -> intake.sendAsAStranger(order.jws(), order.body()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void anOrderThatPassesThroughCannotBeBent() {
        SignedOrder order = report.keys().fetch(report.id());
        assertRefused("another body", intake.send(order.jws(), "{ }"));
        OrderClaims said = Orders.FORM.peek(order.jws()).value();
        Map<String, OrderClaims> bent = Map.of(
                "another report", with(said, other.id(), said.act(), said.team()),
                "another action", with(said, said.rid(), OrderAction.CLOSE, said.team()),
                "another team", with(said, said.rid(), said.act(), new TeamId("catch-all")),
                "another id", claims(OrderAction.FETCH, order.body()));
        bent.forEach((what, claims) ->
                assertRefused(what, intake.send(Forgery.bent(order.jws(), claims), order.body())));
        intake.send(order.jws(), order.body()).expect(200);
    }

    @Test
    void anOrderThatPassedThroughIsOfNoUseLater() throws SQLException {
        SignedOrder order = report.keys().fetch(report.id());
        intake.send(order.jws(), order.body()).expect(200);
        intake.send(order.jws(), order.body()).expect(200);
        makeOlder(order, "6 minutes");
        Answer later = intake.send(order.jws(), order.body());
        assertThat(later.status()).isEqualTo(409);
        assertThat(later.problem()).isEqualTo("order-expired");
    }

    @Test
    void anOrderThatIsHeldBackExpires() {
        SignedOrder order = report.keys(Duration.ofMinutes(11)).fetch(report.id());
        Answer answer = intake.send(order.jws(), order.body());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("order-expired");
    }

    @Test
    void aReplyThatPassedThroughGoesOutOnceAndOnlyAsItWasSigned() {
        String words = "Xabaringizni oʻqidik. Yozib turing.";
        OpenedReport opened = report.open();
        SignedOrder reply = report.keys().reply(report.id(), new ReplySealer(Clock.systemUTC()).seal(opened, words));
        String swapped = reply.body().replace(contact(opened), contact(other.open()));
        assertThat(swapped).isNotEqualTo(reply.body());
        assertRefused("another contact", intake.send(reply.jws(), swapped));
        for (int copy = 0; copy < 3; copy++) {
            intake.send(reply.jws(), reply.body()).expect(200);
        }
        Phone phone = new Phone(running.web(), running.stack().carrier(), report.number());
        phone.awaitText(
                "the reply", Duration.ofSeconds(20), 0, text -> text.body().equals(words));
        SignedOrder last = report.keys().reply(report.id(), new ReplySealer(Clock.systemUTC()).seal(opened, "2"));
        intake.send(last.jws(), last.body()).expect(200);
        phone.awaitText(
                "the next reply", Duration.ofSeconds(20), 0, text -> text.body().equals("2"));
        assertThat(phone.received())
                .filteredOn(text -> text.body().equals(words))
                .hasSize(1);
    }

    @Test
    void whatItSealsAndSignsItselfIsNotSent() {
        OpenedReport opened = report.open();
        String body = report.keys()
                .reply(report.id(), new ReplySealer(Clock.systemUTC()).seal(opened, "Chiqing."))
                .body();
        assertRefused("its own reply", intake.send(forgery.withOwnKey(claims(OrderAction.REPLY, body)), body));
    }

    @Test
    void whatItCopiesIsSealedAndNamesNobody() {
        SignedOrder order = report.keys().fetch(report.id());
        Answer copied = intake.send(order.jws(), order.body()).expect(200);
        LeakSearch search = new LeakSearch(Map.of("the number", report.number().substring(1), "the text", TEXT));
        assertThat(search.in("the answer", copied.body().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        String reader = Keys.kidOf(team().encryptionKey());
        List<FetchResult.Item> items = copied.as(FetchResult.class).items();
        assertThat(items)
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        item -> assertThatCode(() -> Grants.checkHeader(item.grant(), report.id(), item.id(), reader))
                                .as("the grant is to the team's key")
                                .doesNotThrowAnyException());
    }

    private OrderClaims claims(OrderAction action, String body) {
        return Forgery.claims(report.id(), action, body, team().id());
    }

    private static OrderClaims with(OrderClaims said, ReportId report, OrderAction action, TeamId team) {
        return new OrderClaims(report, action, said.bh(), said.iat(), Ids.random(), team);
    }

    /** As the desk knows it: public. */
    private TeamRecord team() {
        return report.open().recipients().stream()
                .filter(record -> record.id().value().equals("north-central-asia"))
                .findFirst()
                .orElseThrow();
    }

    private static String contact(OpenedReport opened) {
        return opened.contact().orElseThrow();
    }

    private static void assertRefused(String what, Answer answer) {
        assertThat(answer.status() + " " + answer.problem()).as(what).isEqualTo("401 order-signature");
    }

    /** Time passes, for that order. */
    private void makeOlder(SignedOrder order, String by) throws SQLException {
        try (Connection intakes = running.databases().intake();
                PreparedStatement older =
                        intakes.prepareStatement("UPDATE order_taken SET at = at - ?::interval WHERE jti = ?::uuid")) {
            older.setString(1, by);
            older.setString(2, Orders.FORM.peek(order.jws()).value().jti().toString());
            assertThat(older.executeUpdate()).isEqualTo(1);
        }
    }
}
