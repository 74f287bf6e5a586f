package org.ovoz.intake.orders.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.report.RecipientsChanged;
import org.ovoz.contracts.report.ReporterWrote;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.setting.AtOnce;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.SignedOrder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;

/** Another team is let in by the word of one that can open the report, with the key of everything. */
@IntakeTest
class GrantTeamTest {

    private static final int ROUNDS = 12;

    private final Responder north = Responder.of(Team.NORTH);
    private final Responder steppe = Responder.of(Team.STEPPE);
    private final Reporter reporter = Reporter.whoMayBeTexted();
    private final ReportId report = reporter.report();
    private final OpenedReport opened = north.opens(report);

    @Test
    void theOtherTeamReadsEverythingThatWasThereAndTheNumberToo() {
        assertRefused(steppe.fetch(report).send(), 404, "unknown-report");
        north.note(opened, "her sister knows").send();
        assertThat(letIn(north.opens(report)).body()).isEqualTo("{\"outcome\":\"granted\"}");
        OpenedReport theirs = steppe.opens(report);
        assertThat(theirs.texts(ItemKind.MESSAGE)).containsExactly(Reporter.CRY, "1");
        assertThat(theirs.texts(ItemKind.NOTE)).containsExactly("her sister knows");
        assertThat(theirs.contact()).isEqualTo(opened.contact());
        assertThat(steppe.reply(theirs, "Salom").send().status()).isEqualTo(200);
    }

    @Test
    void whatComesLaterIsSealedToItToo() {
        letIn(opened);
        reporter.writes("bozor yonida");
        assertThat(steppe.opens(report).texts(ItemKind.MESSAGE)).endsWith("bozor yonida");
        assertThat(north.opens(report).texts(ItemKind.MESSAGE)).endsWith("bozor yonida");
        assertThat(steppe.opens(report).recipients())
                .extracting(TeamRecord::id)
                .containsExactlyInAnyOrder(Team.NORTH.id(), Team.STEPPE.id(), Team.NIGHT.id());
    }

    @Test
    void itIsToldAndAudited() {
        SignedOrder order = north.grant(opened, Team.STEPPE);
        order.send();
        Eventually.so(() -> assertThat(Bus.told(report).getLast().event())
                .isInstanceOfSatisfying(
                        RecipientsChanged.class,
                        told -> assertThat(told.addressed())
                                .containsExactlyInAnyOrder(
                                        new Addressed(Team.NORTH.id(), AddressedAs.RESPONSIBLE),
                                        new Addressed(Team.STEPPE.id(), AddressedAs.RESPONSIBLE),
                                        new Addressed(Team.NIGHT.id(), AddressedAs.ESCALATION))));
        assertThat(Sql.INTAKE.read("SELECT actor || ' ' || action FROM audit WHERE jti = ? ORDER BY id", order.jti()))
                .containsExactly("team:north granted-to-steppe", "team:north order-grant");
    }

    @Test
    void itsGrantsLieUnderTheReportsShredKeyLikeTheOthers() {
        OrderBody.Grant grant = north.grantOf(opened, Team.STEPPE, null);
        north.order(report, OrderAction.GRANT, grant).send();
        List<String> stored = Sql.INTAKE.read(
                "SELECT jwe FROM item_grant WHERE report_id = ? AND recipient = 'steppe'", report.value());
        assertThat(stored)
                .hasSize(grant.items().size())
                .doesNotContainAnyElementsOf(
                        grant.items().stream().map(OrderBody.Granted::jwe).toList());
    }

    @Test
    void theSameOrderAgainHasOneEffect() {
        SignedOrder order = north.grant(opened, Team.STEPPE);
        String first = order.send().body();
        reporter.writes("bozor yonida");
        assertThat(order.send().body()).isEqualTo(first);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void theSameIdWithAnotherBodyIsRefused() {
        SignedOrder order = north.grant(opened, Team.STEPPE);
        order.send();
        assertRefused(north.grant(opened, Team.CATCH_ALL).withJti(order.jti()).send(), 409, "jti-reused");
        assertThat(recipients()).doesNotContain("catch-all");
    }

    @Test
    void aTeamThatIsInAlreadyMayBeLetInAgainAndNothingIsTold() {
        letIn(opened);
        assertThat(letIn(opened).status()).isEqualTo(200);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void anItemWithoutAGrantIsMissed() {
        OrderBody.Grant whole = north.grantOf(opened, Team.STEPPE, null);
        for (int missing = 0; missing < whole.items().size(); missing++) {
            List<OrderBody.Granted> some = new ArrayList<>(whole.items());
            some.remove(missing);
            assertRefused(send(new OrderBody.Grant(whole.team(), whole.kid(), some, null)), 409, "grants-missing");
        }
        assertThat(recipients()).doesNotContain("steppe");
    }

    @Test
    void anItemOfAnotherReportIsRefused() {
        OpenedReport elsewhere = north.opens(Reporter.whoWrote(Reporter.CRY).report());
        assertRefused(send(north.grantOf(elsewhere, Team.STEPPE, null)), 422, "bad-body");
    }

    @Test
    void aGrantUnderAnotherItemsIdIsRefused() {
        OrderBody.Grant whole = north.grantOf(opened, Team.STEPPE, null);
        List<OrderBody.Granted> swapped = new ArrayList<>(whole.items());
        swapped.set(0, new OrderBody.Granted(swapped.get(0).id(), swapped.get(1).jwe()));
        assertRefused(send(new OrderBody.Grant(whole.team(), whole.kid(), swapped, null)), 422, "bad-body");
        swapped.set(
                0,
                new OrderBody.Granted(
                        new ItemId(Ids.random()), whole.items().get(0).jwe()));
        assertRefused(send(new OrderBody.Grant(whole.team(), whole.kid(), swapped, null)), 422, "bad-body");
    }

    @Test
    void anItemTwiceIsRefused() {
        OrderBody.Grant whole = north.grantOf(opened, Team.STEPPE, null);
        List<OrderBody.Granted> twice = new ArrayList<>(whole.items());
        twice.add(twice.getFirst());
        assertRefused(send(new OrderBody.Grant(whole.team(), whole.kid(), twice, null)), 422, "bad-body");
    }

    @Test
    void aKeyThatIsNotTheTeamsIsRefusedWhateverTheOrderCallsIt() {
        OrderBody.Grant toAnother = north.grantOf(opened, Team.CATCH_ALL, null);
        assertRefused(
                send(new OrderBody.Grant(Team.STEPPE.id(), toAnother.kid(), toAnother.items(), null)),
                409,
                "grants-missing");
        String steppes = Keys.kidOf(Team.STEPPE.encryptionKey());
        assertRefused(send(new OrderBody.Grant(Team.STEPPE.id(), steppes, toAnother.items(), null)), 422, "bad-body");
        assertThat(recipients()).doesNotContain("steppe");
    }

    @Test
    void aTeamThatNobodyKnowsIsNotLetIn() {
        Team stranger = new Team("stranger", false, List.of("ky"), "KG");
        assertRefused(north.grant(opened, stranger).send(), 409, "unknown-team");
    }

    @Test
    void aSuspendedTeamIsNotLetIn() {
        Team.CATCH_ALL.suspend();
        try {
            Eventually.so(
                    () -> assertRefused(north.grant(opened, Team.CATCH_ALL).send(), 409, "recipient-suspended"));
        } finally {
            Team.CATCH_ALL.readmit();
        }
        Eventually.so(() -> assertThat(
                        north.grant(north.opens(report), Team.CATCH_ALL).send().status())
                .isEqualTo(200));
    }

    @Test
    void whoCannotReadItLetsNobodyIn() {
        OrderBody.Grant made = north.grantOf(opened, Team.STEPPE, null);
        assertRefused(steppe.order(report, OrderAction.GRANT, made).send(), 404, "unknown-report");
        assertRefused(
                Responder.of(Team.NIGHT).order(report, OrderAction.GRANT, made).send(), 403, "not-a-recipient");
    }

    @Test
    void whoHandsOverMayLeaveAndIsServedNoMore() {
        letIn(opened);
        OpenedReport theirs = steppe.opens(report);
        assertThat(steppe.grant(theirs, Team.STEPPE, Team.NORTH).send().status())
                .isEqualTo(200);
        assertRefused(north.fetch(report).send(), 404, "unknown-report");
        reporter.writes("bozor yonida");
        assertThat(Sql.INTAKE.read(
                        "SELECT recipient FROM item_grant g JOIN item i ON i.id = g.item_id WHERE i.report_id = ?"
                                + " AND i.at = (SELECT max(at) FROM item WHERE report_id = i.report_id)",
                        report.value()))
                .containsExactlyInAnyOrder("steppe", "night");
    }

    @Test
    void whoLeftMayBeLetInAgain() {
        letIn(opened);
        steppe.grant(steppe.opens(report), Team.STEPPE, Team.NORTH).send();
        reporter.writes("bozor yonida");
        steppe.grant(steppe.opens(report), Team.NORTH).send();
        assertThat(north.opens(report).texts(ItemKind.MESSAGE)).containsExactly(Reporter.CRY, "1", "bozor yonida");
    }

    @Test
    void theLastTeamThatStepsInIsNotTakenOut() {
        assertRefused(north.grant(opened, Team.STEPPE, Team.NIGHT).send(), 409, "last-escalation");
        assertThat(recipients()).containsExactlyInAnyOrder("north", "night");
    }

    @Test
    void aTeamThatStepsInIsServedAtOnceWhenItIsLetIn() {
        assertThat(north.grant(opened, Team.NIGHT).send().status()).isEqualTo(200);
        assertThat(Responder.of(Team.NIGHT).opens(report).texts(ItemKind.MESSAGE))
                .contains(Reporter.CRY);
    }

    /** Whichever of the two comes first, the other sees it: the order lacks a grant, or the message is sealed again. */
    @Test
    void aMessageThatComesMeanwhileIsNeverLeftWithoutAGrant() {
        for (int round = 0; round < ROUNDS; round++) {
            Reporter somebody = Reporter.whoWrote(Reporter.CRY);
            ReportId theirs = somebody.report();
            OpenedReport seen = north.opens(theirs);
            SignedOrder order = north.grant(seen, Team.STEPPE);
            List<Callable<Integer>> both = List.of(() -> order.send().status(), () -> {
                somebody.writes("bozor yonida");
                return 0;
            });
            int status = AtOnce.all(both).getFirst();
            if (status == 409) {
                assertRefused(order.send(), 409, "grants-missing");
                assertThat(north.grant(north.opens(theirs), Team.STEPPE).send().status())
                        .isEqualTo(200);
            } else {
                assertThat(status).isEqualTo(200);
            }
            assertThat(steppe.opens(theirs).texts(ItemKind.MESSAGE)).containsExactly(Reporter.CRY, "bozor yonida");
            Eventually.so(() -> assertThat(Bus.told(theirs))
                    .extracting(told -> (Object) told.event().getClass())
                    .contains(RecipientsChanged.class, ReporterWrote.class));
        }
    }

    @Test
    void twoTeamsThatAreLetInAtOnceAreBothIn() {
        List<Callable<Integer>> both = List.of(
                () -> north.grant(opened, Team.STEPPE).send().status(),
                () -> north.grant(opened, Team.CATCH_ALL).send().status());
        assertThat(AtOnce.all(both)).containsOnly(200);
        assertThat(recipients()).containsExactlyInAnyOrder("north", "night", "steppe", "catch-all");
        Eventually.so(() -> assertThat(Bus.told(report).getLast().event())
                .isInstanceOfSatisfying(
                        RecipientsChanged.class,
                        told -> assertThat(told.addressed()).hasSize(4)));
    }

    @Test
    void triageIsKeptForAllWhoRead() {
        letIn(opened);
        OpenedReport now = north.opens(report);
        assertThat(north.triage(now, "danger: no").send().body()).isEqualTo("{\"outcome\":\"stored\"}");
        north.triage(now, "danger: yes").send();
        assertThat(steppe.opens(report).texts(ItemKind.TRIAGE)).containsExactly("danger: no", "danger: yes");
    }

    @Test
    void triageForSomeOfWhoReadIsRefusedAndIsNoNote() {
        OrderBody.Triage triage = north.sealedTriage(opened, "danger: yes");
        assertRefused(
                north.order(report, OrderAction.TRIAGE, new OrderBody.Triage(triage.item(), List.of()))
                        .send(),
                409,
                "grants-missing");
        assertRefused(
                north.order(report, OrderAction.NOTE, new OrderBody.Note(triage.item(), triage.grants()))
                        .send(),
                422,
                "bad-body");
    }

    private SignedOrder.Answer letIn(OpenedReport seen) {
        return north.grant(seen, Team.STEPPE).send();
    }

    private SignedOrder.Answer send(OrderBody.Grant grant) {
        return north.order(report, OrderAction.GRANT, grant).send();
    }

    private int told() {
        return Sql.INTAKE
                .read(
                        "SELECT id FROM outbox WHERE key = ? AND type = 'org.ovoz.RecipientsChanged.v1'",
                        report.toString())
                .size();
    }

    private List<String> recipients() {
        return Sql.INTAKE.read("SELECT team FROM recipient WHERE report_id = ?", report.value());
    }
}
