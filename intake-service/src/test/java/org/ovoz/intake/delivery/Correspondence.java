package org.ovoz.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.contact.ContactTerms;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeSetting;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.FaultKind;

/** A reporter who may be texted and has had the neutral answer, and a responder who has read the report. */
final class Correspondence {

    final Reporter reporter = Reporter.somebody().switchesOn();
    final ReportId report;
    final Responder responder = Responder.of(Team.NORTH);
    final OpenedReport opened;

    Correspondence() {
        reporter.writes(Reporter.CRY);
        reporter.writes("1");
        report = reporter.report();
        opened = responder.opens(report);
        Eventually.so(() -> assertThat(reporter.hears()).hasSize(1));
    }

    void carrierWill(FaultKind kind) {
        IntakeSetting.carrier().fault(Fault.next(kind).to(reporter.number()));
    }

    void carrierAlwaysWill(FaultKind kind) {
        IntakeSetting.carrier().fault(Fault.always(kind).delayMillis(300).to(reporter.number()));
    }

    /** Accepted; returns the reply's id. */
    UUID replies(String text) {
        OrderBody.Reply reply = responder.sealedReply(opened, text);
        var answer = responder.order(report, OrderAction.REPLY, reply).send();
        assertThat(answer.body()).isEqualTo("{\"outcome\":\"accepted\"}");
        assertThat(Json.write(reply)).doesNotContain(text);
        return reply.item().id().value();
    }

    /** Scheduled; returns the reply's id. */
    UUID schedules(String text, Instant notBefore) {
        OrderBody.Reply reply = responder.sealedReply(opened, text, notBefore);
        var answer = responder.order(report, OrderAction.REPLY, reply).send();
        assertThat(answer.body()).startsWith("{\"outcome\":\"scheduled\",\"goesAt\":");
        return reply.item().id().value();
    }

    void records(ContactTerms terms) {
        assertThat(responder.contract(report, terms).send().body()).isEqualTo("{\"outcome\":\"recorded\"}");
    }

    /** What the phone has shown since the neutral answer. */
    List<String> heard() {
        return reporter.hears().stream().skip(1).toList();
    }

    void awaitState(UUID reply, String state) {
        Eventually.so(() -> assertThat(state(reply)).isEqualTo(state));
    }

    /** Was tried, and waits for a second attempt. */
    void awaitPutBack(UUID reply) {
        Eventually.so(() -> assertThat(column(reply, "state || ' ' || (sending_at IS NOT NULL)"))
                .isEqualTo("accepted true"));
    }

    String state(UUID reply) {
        return column(reply, "state");
    }

    String column(UUID reply, String name) {
        return Sql.INTAKE.one("SELECT " + name + " FROM outgoing_text WHERE id = ?", reply);
    }

    String texts() {
        return Sql.INTAKE.one("SELECT texts FROM conversation WHERE id = ?", report.value());
    }

    /** Number and relay grant. */
    List<String> keptOf(UUID reply) {
        return Sql.INTAKE.read(
                "SELECT contact FROM outgoing_text WHERE id = ? AND contact IS NOT NULL"
                        + " UNION ALL SELECT relay_grant FROM outgoing_text WHERE id = ? AND relay_grant IS NOT NULL",
                reply,
                reply);
    }

    /** After those of the report's beginning. */
    void awaitTold(String... names) {
        Eventually.so(() -> assertThat(told()).containsExactly(names));
    }

    List<String> told() {
        return Bus.names(report).stream().skip(2).toList();
    }

    Bus.Told lastTold() {
        return Bus.told(report).getLast();
    }
}
