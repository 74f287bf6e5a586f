package org.ovoz.intake.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.Hours;
import org.ovoz.intake.setting.IntakeSetting;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sms;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.intake.setting.Webhook;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.FaultKind;
import org.ovoz.local.carrier.media.Enclosure;

/** Plants sentences and a number, takes them the whole way, and looks for them in every table, topic and line of the log. */
@IntakeTest
class NothingLeaksTest {

    private static final String WRITTEN = "Yordam kerak qizil tulki omborxonada, qoʻrqaman";
    private static final String WRITTEN_LATER = "Sariq qayiq daryo boʻyida turibdi";
    private static final String NOTED = "green lantern behind the bakery";
    private static final String ANSWERED = "Kutib turing, moviy soat";
    private static final String CODE_WORD = "orange heron under the bridge";
    private static final String WAITS = "Ertaga kumush daraxt";
    private static final String REFUSED = "purple kettle that nobody may keep";

    private static final String PICTURED = "orange door with a broken lock";

    private final Reporter reporter = Reporter.somebody().switchesOn();
    private String withPicture = "";
    private String medium = "";

    @Test
    void noSentenceAndNoNumberIsFoundAnywhere() {
        theWholeWay();
        assertThat(Findings.of(
                        reporter.number().substring(2),
                        WRITTEN,
                        WRITTEN_LATER,
                        NOTED,
                        ANSWERED,
                        CODE_WORD,
                        WAITS,
                        REFUSED,
                        PICTURED))
                .isEmpty();
    }

    @Test
    void noNumberOfAnyReporterOfThisRunIsFoundAnywhere() {
        assertThat(Findings.matching("(?!2025550100)[2-9]\\d{2}55501\\d{2}")).isEmpty();
    }

    @Test
    void noIdOfTheCarriersIsKept() {
        theWholeWay();
        assertThat(Findings.of(reporter.lastText().id(), withPicture, medium)).isEmpty();
    }

    @Test
    void aPlantedLeakIsFound() {
        String inATable = "plantedinatable";
        String onATopic = "plantedonatopic";
        String inTheLog = "plantedinthelog";
        Sql.INTAKE.change(
                "INSERT INTO audit (at, actor, action) VALUES (to_timestamp(0), 'test', ?)",
                java.util.Base64.getEncoder().encodeToString(inATable.getBytes(StandardCharsets.UTF_8)));
        Bus.sendRawDesk("test", onATopic.getBytes(StandardCharsets.UTF_8));
        Logger.getLogger(NothingLeaksTest.class).warn(inTheLog);
        Eventually.so(() -> assertThat(Findings.of(onATopic)).hasSize(1));
        assertThat(Findings.of(inATable)).singleElement().asString().contains("audit");
        assertThat(Findings.of(inTheLog)).singleElement().asString().contains("log");
    }

    private void theWholeWay() {
        IntakeSetting.carrier().fault(Fault.next(FaultKind.RATE_LIMIT).to(reporter.number()));
        reporter.writes(WRITTEN);
        reporter.writes("1");
        reporter.writes(WRITTEN_LATER);
        withPicture = IntakeSetting.carrier()
                .text(
                        reporter.number(),
                        IntakeSetting.LINE,
                        WRITTEN_LATER,
                        new Enclosure("image/jpeg", PICTURED.getBytes(StandardCharsets.UTF_8)));
        String message = withPicture;
        medium = IntakeSetting.carrier().mediaOf(message).getFirst().sid();
        Eventually.so(() -> assertThat(IntakeSetting.carrier().mediaOf(message)).isEmpty());
        Webhook.of(Sms.of(reporter.number(), REFUSED)).signed("nonsense").send();
        Webhook.of(Sms.of(reporter.number(), REFUSED).without("To")).send();
        Responder responder = Responder.of(Team.NORTH);
        ReportId report = reporter.report();
        var opened = responder.opens(report);
        responder.note(opened, NOTED).send();
        responder.reply(opened, ANSWERED).send();
        OrderBody.Note words = responder.sealedNote(opened, CODE_WORD);
        responder
                .order(report, OrderAction.CONTRACT, new OrderBody.Contract(Hours.yes(null), words))
                .send();
        responder
                .order(report, OrderAction.REPLY, responder.sealedReply(opened, WAITS, Hours.in(60)))
                .send();
        responder.note(opened, NOTED).sendWithBody(REFUSED);
        Eventually.so(() -> assertThat(reporter.hears()).contains(ANSWERED));
        Eventually.so(() -> assertThat(Bus.names(report)).contains("ReplyDelivered"));
    }
}
