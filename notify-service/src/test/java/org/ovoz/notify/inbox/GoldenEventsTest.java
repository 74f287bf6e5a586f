package org.ovoz.notify.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Sql;

/** The files that intake's tests write by are read here, each as it stands, under a report of this run's own. */
@DeskTest
class GoldenEventsTest {

    private static final List<String> STORY = List.of(
            "ReportReceived",
            "ReporterWrote",
            "SafeContactChanged",
            "SafeWindowChanged",
            "ReplyScheduled",
            "ReplyWithdrawn",
            "ReplyAccepted",
            "ReplySent",
            "ReplyDelivered",
            "ReplyRefused",
            "ReplyFailed",
            "ReplyFateUnknown",
            "ConversationClosed",
            "ContactErased",
            "RecipientsChanged",
            "ReportShredded",
            "CanaryReceived");

    private final String report = Ids.random().toString();

    @Test
    void everyEventOfIntakeIsInTheStory() {
        Set<String> all = Stream.of(ReportEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(STORY)).isEqualTo(all);
    }

    @Test
    void theDeskAppliesEveryGoldenEvent() {
        for (int i = 0; i < STORY.size(); i++) {
            String name = STORY.get(i);
            Bus.send(new Bus.Sent(Ids.random(), report, i + 1, "org.ovoz." + name + ".v1", golden(name)));
        }
        Eventually.so(() -> assertThat(Sql.read("SELECT state FROM inbox WHERE key = ?", report))
                .hasSize(STORY.size())
                .containsOnly("applied"));
        assertThat(Sql.read("SELECT texts FROM report_case WHERE id = ?::uuid", report))
                .containsExactly("allowed");
        assertThat(Sql.read("SELECT fate FROM case_reply WHERE report_id = ?::uuid", report))
                .containsExactly("unknown");
        assertThat(Sql.read("SELECT what FROM audit WHERE chain = 'report:' || ? ORDER BY sequence", report))
                .contains("texts-allowed", "reply-delivered", "report-closed", "contact-erased", "report-shredded");
    }

    private String golden(String name) {
        try (InputStream file = ReportEvent.class.getResourceAsStream("/golden/" + name + ".json")) {
            assertThat(file).as(name).isNotNull();
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            ObjectNode event = (ObjectNode) Json.mapper().readTree(json);
            return event.put("reportId", report).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
