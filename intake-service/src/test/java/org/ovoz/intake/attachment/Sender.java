package org.ovoz.intake.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.sealing.AttachmentHead;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeSetting;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.FaultKind;
import org.ovoz.local.carrier.media.Enclosure;

/** Somebody whose phone takes pictures, and the responder who reads what comes. */
final class Sender {

    final Reporter reporter = Reporter.somebody().switchesOn();
    final Responder responder = Responder.of(Team.NORTH);
    private String message = "";

    static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** Through the carrier; returns once intake has taken the text. */
    Sender sends(String text, byte[]... pictures) {
        Enclosure[] enclosures = List.of(pictures).stream()
                .map(bytes -> new Enclosure("image/jpeg", bytes))
                .toArray(Enclosure[]::new);
        message = IntakeSetting.carrier().text(reporter.number(), IntakeSetting.LINE, text, enclosures);
        Eventually.so(() -> assertThat(Reporter.isKnown(message)).isTrue());
        return this;
    }

    int carrierAlwaysWill(FaultKind kind) {
        return IntakeSetting.carrier().fault(Fault.always(kind).to(reporter.number()));
    }

    ReportId report() {
        return Reporter.reportOf(message);
    }

    OpenedReport opens() {
        return responder.opens(report());
    }

    static List<AttachmentHead> heads(OpenedReport opened) {
        return opened.texts(ItemKind.ATTACHMENT).stream()
                .map(json -> Json.read(json, AttachmentHead.class))
                .toList();
    }

    /** Those that were stored, in no order. */
    static List<ItemId> ids(OpenedReport opened) {
        return opened.fetched().items().stream()
                .filter(item -> item.kind() == ItemKind.ATTACHMENT)
                .map(item -> item.id())
                .toList();
    }

    void awaitState(String... states) {
        Eventually.so(() -> assertThat(states()).containsExactly(states));
    }

    List<String> states() {
        return Sql.INTAKE.read("SELECT state FROM media WHERE report_id = ? ORDER BY state", report().value());
    }

    /** Still in the database, under the shred key. */
    List<String> sources() {
        return Sql.INTAKE.read("SELECT source FROM media WHERE report_id = ? AND source IS NOT NULL", report().value());
    }

    int atTheCarrier() {
        return IntakeSetting.carrier().mediaOf(message).size();
    }

    /** It was asked for so often, and waits for the next attempt. */
    void awaitTries(int tries) {
        awaitTries(report(), tries);
    }

    static void awaitTries(ReportId report, int tries) {
        Eventually.so(() -> assertThat(Sql.INTAKE.read(
                        "SELECT tries FROM media WHERE report_id = ? AND due_at < ?",
                        report.value(),
                        MovableClock.now().plusSeconds(60).atOffset(ZoneOffset.UTC)))
                .containsExactly(Integer.toString(tries)));
    }

    List<String> chunks() {
        return Sql.INTAKE.read("SELECT idx FROM item_chunk WHERE report_id = ? ORDER BY idx", report().value());
    }
}
