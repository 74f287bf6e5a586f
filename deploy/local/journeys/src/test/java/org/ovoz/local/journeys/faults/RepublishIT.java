package org.ovoz.local.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.running.Traces;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.journeys.web.Web;

/** Intake publishes its events again: for the desk that has them nothing happens, for one that was set back in time the cases return. */
class RepublishIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Everything that the desk knows of one report, but the audit log, which is never set back. */
    private static final List<String> FORGET = List.of(
            "DELETE FROM alert WHERE report_id = ?",
            "DELETE FROM acknowledgement WHERE ladder IN (SELECT id FROM ladder WHERE report_id = ?)",
            "DELETE FROM ladder_step WHERE ladder IN (SELECT id FROM ladder WHERE report_id = ?)",
            "DELETE FROM ladder WHERE report_id = ?",
            "DELETE FROM case_reply WHERE report_id = ?",
            "DELETE FROM case_team WHERE report_id = ?",
            "DELETE FROM short_id WHERE report_id = ?",
            "DELETE FROM report_case WHERE id = ?",
            "DELETE FROM inbox WHERE key = ?::uuid::text",
            "DELETE FROM inbox_cursor WHERE key = ?::uuid::text");

    private final RunningStack running = RunningStack.shared();
    private final ResponderSession aziza = running.people().login("aziza");

    @Test
    void theDeskTakesEachEventOnceHoweverOftenItComesAndRebuildsWhatItLost() throws Exception {
        Instant begin = Instant.now();
        String number = running.carrier().freshNumber();
        CaseView opened = running.reports(aziza).openFrom(number, "Yordam kerak, bizni bu yerda ushlab turishibdi.");
        ReportId report = opened.id();
        Traces traces = running.traces(report);
        traces.awaitAlert("aziza", opened.shortId());

        assertThat(republish(begin)).isPositive();
        assertThat(traces.told("ReportReceived")).hasSize(2);
        running.carrier().phone(number).text("1");
        awaitTextsAllowed(report);
        assertThat(traces.cases()).isEqualTo(1);
        assertThat(traces.alerts("aziza", opened.shortId())).hasSize(1);

        forget(report);
        assertThat(aziza.queue("open")).noneMatch(view -> view.is(report));
        republish(begin);
        CaseView rebuilt = awaitTextsAllowed(report);
        assertThat(rebuilt.teams()).isEqualTo(opened.teams());
        traces.awaitAlert("aziza", rebuilt.shortId());
    }

    @Test
    void onlyTheManagementPortHasItAndItWantsAMoment() {
        assertThat(post(URI.create(running.intakeManagement() + "/republish")).status())
                .isEqualTo(400);
        assertThat(post(URI.create(running.intakeManagement() + "/republish?since=yesterday"))
                        .status())
                .isEqualTo(400);
        assertThat(post(URI.create(running.stack().intake() + "/republish?since=" + Instant.now()))
                        .status())
                .isEqualTo(404);
    }

    /** By then the desk was told everything before that word. */
    private CaseView awaitTextsAllowed(ReportId report) {
        return Await.until(
                "the case with texts allowed",
                SOON,
                () -> aziza.queue("open").stream()
                        .filter(view -> view.is(report) && view.texts() == TextsAllowed.ALLOWED)
                        .findFirst());
    }

    private void forget(ReportId report) throws SQLException {
        try (Connection desk = running.databases().desk()) {
            desk.setAutoCommit(false);
            FORGET.forEach(sql -> Databases.change(desk, sql, report.value()));
            desk.commit();
        }
    }

    /** @return how many events were acknowledged */
    private int republish(Instant since) {
        return post(URI.create(running.intakeManagement() + "/republish?since=" + since))
                .expect(200)
                .as(JsonNode.class)
                .required("acknowledged")
                .asInt();
    }

    private Answer post(URI to) {
        return running.web().send(Web.request(to).POST(BodyPublishers.noBody()).build());
    }
}
