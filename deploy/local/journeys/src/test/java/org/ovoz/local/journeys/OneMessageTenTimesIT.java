package org.ovoz.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Topics;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.phones.Phone;
import org.ovoz.local.journeys.phones.Text;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.Requests;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Await;

class OneMessageTenTimesIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TIMES = 10;

    private final RunningStack running = RunningStack.shared();

    @Test
    void theSameMessageSidTenTimesIsOneRowOneEventOneAlertAndOneAnswer() throws Exception {
        Requests requests = running.requests();
        long before = requests.texts();
        String number = running.carrier().freshNumber();
        running.carrier().duplicateNextWebhook(number, TIMES);
        ResponderSession aziza = running.people().login("aziza");
        CaseView opened = running.reports(aziza)
                .openFrom(number, "Yordam kerak, bizni bu yerda ushlab turishibdi, pasportimizni olib qoʻyishdi.");
        Await.until(
                "all ten webhooks to be answered",
                SOON,
                () -> Optional.of(requests.texts() - before).filter(answered -> answered == TIMES));

        // A later word in the same report is told after everything that the ten had to tell; a coded one alerts nobody.
        running.carrier().phone(number).text("1");
        Await.until(
                "the later word",
                SOON,
                () -> told(opened, "SafeContactChanged").stream().findFirst());
        assertThat(told(opened, "ReportReceived")).hasSize(1);
        try (Connection intake = running.databases().intake();
                Connection desk = running.databases().desk()) {
            assertThat(rows(intake, "SELECT count(*) FROM carrier_message WHERE report_id = ?", opened))
                    .isEqualTo(2);
            assertThat(rows(intake, "SELECT count(*) FROM item WHERE report_id = ? AND kind = 'message'", opened))
                    .isEqualTo(2);
            assertThat(rows(desk, "SELECT count(*) FROM report_case WHERE id = ?", opened))
                    .isEqualTo(1);
        }
        assertThat(texts(running.stack().person("aziza").number(), opened.shortId() + "-1"))
                .as("alerts of the report")
                .hasSize(1);
        assertThat(texts(number, "")).as("answers on the reporter's phone").hasSize(1);
    }

    private List<ConsumerRecord<byte[], byte[]>> told(CaseView about, String event) {
        return running.bus().everythingIn(Topics.REPORTS).stream()
                .filter(record -> about.id().toString().equals(new String(record.key(), StandardCharsets.UTF_8)))
                .filter(record -> new String(
                                record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)
                        .equals("org.ovoz." + event + ".v1"))
                .toList();
    }

    private static long rows(Connection database, String sql, CaseView about) {
        return Databases.count(database, sql, about.id().value());
    }

    private List<Text> texts(String phone, String beginning) {
        return new Phone(running.web(), running.stack().carrier(), phone)
                .received().stream()
                        .filter(text -> text.body().startsWith(beginning))
                        .toList();
    }
}
